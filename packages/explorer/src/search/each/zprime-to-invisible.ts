export { zprimeToInvisible as search } from "@belladonna/searches";
