export { darkPhotonToInvisible as search } from "@belladonna/searches";
