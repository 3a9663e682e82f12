export { alpToPhotons as search } from "@belladonna/searches";
