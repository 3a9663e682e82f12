/** The registry of portals: a chunk of its own, since limits are drawn without it. */
export { portalNamed, portals } from "@belladonna/models";
