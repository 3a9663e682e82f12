export { heavyNeutralLepton as search } from "@belladonna/searches";
