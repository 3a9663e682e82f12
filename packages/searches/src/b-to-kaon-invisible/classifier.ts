import { bToKaonNeutrinos } from "@belladonna/models";
import { integrate, linearInterpolate } from "@belladonna/numerics";
import { numberDensity } from "./published-yields.js";
import { luminosity, mesonsPerInverseFemtobarn, neutrinoFraction, q2End } from "./published.js";

const WIDTH = q2End.value / numberDensity.value[0].length;

/** Middle of each bin of true $q^2$, GeV². */
const middles = numberDensity.value[0].map((_, z) => (z + 0.5) * WIDTH);

/** $B^\pm$ of the published data that decay to $K^\pm\nu\bar\nu$ with a $q^2$ in each bin. */
const produced = numberDensity.value[0].map((_, z) => {
  const share = integrate(bToKaonNeutrinos, z * WIDTH, (z + 1) * WIDTH) / integrate(bToKaonNeutrinos, 0, q2End.value);
  return mesonsPerInverseFemtobarn["+"] * luminosity.value * neutrinoFraction.value * share;
});

const efficiencies = numberDensity.value.map((events) => events.map((n, z) => n / produced[z]));

/**
 * Efficiency of the whole published selection of $B^+\to K^+$ and something unseen in a bin of the classifier: number
 * density over what is produced, by straight lines between the middles of the bins of $q^2$.
 *
 * The selection sees the kaon and the rest of the event, so the efficiency at a true $q^2$ is that of a particle whose mass
 * squared it is.
 *
 * @param eta - Bin of the classifier.
 * @param q2 - True mass squared of what is unseen, GeV².
 */
export function publishedEfficiency(eta: number, q2: number): number {
  return linearInterpolate(middles, efficiencies[eta], q2);
}
