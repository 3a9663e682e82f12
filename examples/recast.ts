// What does the limit of BaBar on dark photons that decay visibly say about a boson of B - L?
import { published, recast, valueAt, excludedAt, cite } from "@belladonna/limits";
import { bMinusL, darkPhoton, vectorMediator } from "@belladonna/models";

const limit = await published.get("BaBar_darkphoton_visible_2014");
const other = recast(limit, {
  from: (mass, epsilon) => darkPhoton({ mass, epsilon }),
  to: (mass, coupling) => vectorMediator({ mass, coupling, charges: bMinusL }),
  scaling: "quadratic",
  coupling: "gBL",
});
console.log(cite(limit));
for (const mass of [0.05, 0.5, 1, 5]) {
  const g = excludedAt(other, mass)[0].lower;
  console.log(`${mass} GeV: epsilon < ${valueAt(limit, mass).toExponential(1)}, g(B-L) < ${g.toExponential(1)}`);
}
