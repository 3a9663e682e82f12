// Which channels of a portal are drawn as one line of its plot of branching fractions.

/** Channels a reader wants apart; the rest is summed. First match wins. */
export const vectorLines = [
  ["ee", /^e\+ e-$/],
  ["μμ", /^mu\+ mu-$/],
  ["ττ", /^tau\+ tau-$/],
  ["invisible", /^(nu|chi)/],
  ["π⁰γ", /^pi0 gamma$/],
  ["ππ", /^pi\+ pi-$/],
  ["3π", /^pi\+ pi- pi0$/],
  ["4π", /^pi\+ pi- pi[+0] pi[-0]$/],
  ["KK, KKπ", /^K Kbar/],
  ["ωππ …", /^(omega|eta|phi|K\*)/],
  ["uds, other", /^(u|d|s) |^other/],
  ["cc", /^c cbar|^psi/],
  ["bb", /^b bbar|^Upsilon/],
];
export const scalarLines = [
  ["γγ", /^gamma gamma$/],
  ["ee", /^e\+ e-$/],
  ["μμ", /^mu\+ mu-$/],
  ["ττ", /^tau\+ tau-$/],
  ["ππ", /^pi pi$/],
  ["KK", /^K Kbar$/],
  ["other", /^other/],
  ["ss", /^s sbar$/],
  ["cc", /^c cbar$/],
  ["gg", /^gluon/],
];
export const alpLines = [
  ["γγ", /^gamma gamma$/],
  ["ee", /^e\+ e-$/],
  ["μμ", /^mu\+ mu-$/],
  ["ττ", /^tau\+ tau-$/],
  ["ππγ", /^pi\+ pi- gamma$/],
  ["3π", /^pi.* pi0$/],
  ["ηππ, η′ππ", /^eta/],
  ["KKπ", /^K Kbar pi$/],
  ["two vectors", /^(rho|omega|phi|K\*)/],
  ["other", /^other/],
  ["gg", /^gluon/],
];
export const fermionLines = [
  ["γγ", /^gamma gamma$/],
  ["ee", /^e\+ e-$/],
  ["μμ", /^mu\+ mu-$/],
  ["ττ", /^tau\+ tau-$/],
  ["3π, ππγ", /^(pi0 pi0 pi0|pi\+ pi- (pi0|gamma))$/],
  ["ηππ, η′ππ", /^eta'? pi/],
  ["KKπ", /^K.* (pi0|pi)$/],
  ["4π, two vectors", /^(pi\+ pi- (pi\+ pi-|pi0 pi0)|omega omega|phi|K\*)/],
  ["other", /^(other|omega pi|eta eta)/],
  ["ss", /^s sbar$/],
  ["cc", /^c cbar$/],
  ["gg", /^gluon/],
];
export const hnlLines = [
  ["ννν", /^nu nu nu$/],
  ["νℓℓ", /^nu (e|mu|tau)-/],
  ["ℓℓ′ν", /nu(bar)?_/],
  ["νπ⁰, νη, νη′", /^nu (pi0|eta)/],
  ["ℓπ", /^(e|mu|tau)[+-] pi[+-]$/],
  ["νππ, νω, νφ", /^nu (pi\+ pi-|omega|phi)/],
  ["ℓππ", /pi[+-] pi0$/],
  ["ℓK, ℓK*", / K/],
  ["ℓD, ℓDs", / D/],
  ["ν hadrons", /^nu hadrons/],
  ["ℓ hadrons", /hadrons/],
];
export const higgsLines = [
  ["A′A′", /^A' A'$/],
  ["A′A′* → A′ff", /^A' A'\*$/],
  ["μμ (loop)", /^mu/],
  ["ee (loop)", /^e\+/],
];
