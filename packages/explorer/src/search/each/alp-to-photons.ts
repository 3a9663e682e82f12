export { alpToPhotonsSearch as search } from "@belladonna/searches";
