export { darkHiggsstrahlungSearch as search } from "@belladonna/searches";
