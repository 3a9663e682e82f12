// A module of its own, so that a bundle can leave the list of bundled limits for later.
export { published } from "@belladonna/limits";
