export { tauToLeptonAlpha as search } from "@belladonna/searches";
