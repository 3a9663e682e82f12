// Five events over three: what is excluded at 90 %, by CLs, Bayes, and Feldman and Cousins?
import {
  asymptotic,
  bayesianUpperLimit,
  counting,
  countingSignificance,
  feldmanCousins,
  toys,
  upperLimit,
} from "@belladonna/stats";

const known = counting({ observed: 5, background: 3 });
const uncertain = counting({ observed: 5, background: 3, knowledge: { kind: "normal", sigma: 1 } });

const row = (name: string, value: number): void => {
  console.log(`${name.padEnd(44)} ${value.toFixed(2)} events`);
};
row("CLs, exact", upperLimit(known, { level: 0.9 }).observed);
row("CLs, asymptotic", upperLimit(known, { level: 0.9, calculator: asymptotic() }).observed);
row(
  "CLs, 2000 pseudo-experiments",
  upperLimit(known, { level: 0.9, calculator: toys({ toys: 2000, seed: 1 }) }).observed,
);
row("CLs, background 3 +- 1", upperLimit(uncertain, { level: 0.9 }).observed);
row("Bayes, flat prior", bayesianUpperLimit(known, { level: 0.9 }).observed);
row("Bayes, background 3 +- 1", bayesianUpperLimit(uncertain, { level: 0.9 }).observed);
const { low, high } = feldmanCousins(5, { background: 3, level: 0.9 });
console.log(`${"Feldman and Cousins".padEnd(44)} ${low.toFixed(2)} to ${high.toFixed(2)} events`);
console.log(`significance of the excess ${countingSignificance(5, 3, 0).toFixed(2)} sigma`);
