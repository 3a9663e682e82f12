export { longLivedDarkPhoton as search } from "@belladonna/searches";
