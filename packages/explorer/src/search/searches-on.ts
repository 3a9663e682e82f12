/** Names of the searches that look for the particle of a plane, by the plane; the search itself comes with the worker. */
const onPlane: Readonly<Record<string, readonly string[]>> = {
  "alp-photon": ["alp-to-photons"],
  "alp-belle2-cross-section": ["alp-to-photons"],
  "dark-photon-visible": ["dark-higgsstrahlung", "long-lived-dark-photon"],
  "dark-photon-invisible": ["dark-photon-to-invisible"],
  "z-prime": ["zprime-to-muons", "zprime-to-invisible", "zprime-to-taus"],
  "x-tautau": ["zprime-to-taus"],
  "leptophilic-scalar": ["zprime-to-muons", "zprime-to-taus"],
  "dark-scalar": ["b-to-long-lived-scalar", "b-to-kaon-invisible"],
  "hnl-e": ["heavy-neutral-lepton"],
  "hnl-mu": ["heavy-neutral-lepton"],
  "hnl-tau": ["heavy-neutral-lepton"],
  "tau-to-e-alpha": ["tau-to-lepton-alpha"],
  "tau-to-mu-alpha": ["tau-to-lepton-alpha"],
};

/**
 * The searches one can run on a plane.
 * @param plane - Identifier of the plane.
 * @returns Names as on the command line; none where no search of ours looks there.
 */
export function searchesOn(plane: string): readonly string[] {
  return onPlane[plane] ?? [];
}
