export { zprimeToMuons as search } from "@belladonna/searches";
