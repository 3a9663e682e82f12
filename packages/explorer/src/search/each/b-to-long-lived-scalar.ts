export { bToLongLivedScalar as search } from "@belladonna/searches";
