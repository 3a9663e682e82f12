import { alp, bMinusL, darkPhoton, darkScalar, leptophilicScalar, vectorMediator, zPrime } from "@belladonna/models";
import { viewOf, type ConstrainedModel, type View } from "./model.js";

/** Observables of published limits on couplings, as the portals of `@belladonna/models` are named. */
export const observableOf: Readonly<Record<string, string>> = {
  "dark photon": "epsilon",
  "Lmu-Ltau Z'": "gPrime",
  "B-L": "gBMinusL",
  "ALP, photons": "gPhoton",
  "ALP, W": "gW",
  "dark scalar": "sinTheta",
  "leptophilic scalar": "xi",
  "HNL, electron": "|U_e|^2",
  "HNL, muon": "|U_mu|^2",
  "HNL, tau": "|U_tau|^2",
};

/** The model for which limits on an observable were published, by that observable. */
export const referenceModels: Readonly<Record<string, ConstrainedModel>> = {
  epsilon: { name: "dark photon", make: (mass, epsilon) => darkPhoton({ mass, epsilon }), power: 2 },
  gPrime: { name: "Lmu-Ltau Z'", make: (mass, gPrime) => zPrime({ mass, gPrime }), power: 2 },
  gBMinusL: {
    name: "B-L",
    make: (mass, coupling) => vectorMediator({ mass, coupling, charges: bMinusL }),
    power: 2,
  },
  gPhoton: { name: "ALP, photons", make: (mass, gPhoton) => alp({ mass, gPhoton }), power: 2 },
  gW: { name: "ALP, W", make: (mass, gW) => alp({ mass, gW }), power: 2 },
  sinTheta: { name: "dark scalar", make: (mass, sinTheta) => darkScalar({ mass, sinTheta }), power: 2 },
  xi: { name: "leptophilic scalar", make: (mass, xi) => leptophilicScalar({ mass, xi }), power: 2, typical: 1 },
};

/**
 * Reference models by observable, each asked once a mass.
 *
 * @param models - the models
 */
export function referencesIn(
  models: Readonly<Record<string, ConstrainedModel>>,
): (observable: string) => ((mass: number) => View) | undefined {
  const known = Object.entries(models).map(([observable, model]) => {
    const views = new Map<number, View>();
    const at = (mass: number): View => {
      let view = views.get(mass);
      if (view === undefined) views.set(mass, (view = viewOf(model, mass)));
      return view;
    };
    return [observable, at] as const;
  });
  const byObservable = new Map(known);
  return (observable) => byObservable.get(observable);
}
