export { bToKaonInvisible as search } from "@belladonna/searches";
