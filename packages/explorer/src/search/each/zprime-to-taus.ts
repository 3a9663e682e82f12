export { zprimeToTaus as search } from "@belladonna/searches";
