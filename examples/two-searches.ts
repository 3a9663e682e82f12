// What do two searches say together about one coupling, and is that more than the better of them?
import { counting, simultaneous, upperLimit } from "@belladonna/stats";

// Both limit the events of a coupling squared, mu; the second sees 0.6 times the signal of the first.
const scaled = (name: string, signal: number, observed: number, background: number) =>
  counting({
    observed,
    background,
    signal,
    backgroundName: name,
    knowledge: { kind: "normal", sigma: 0.1 * background },
  });
const first = scaled("first", 1, 4, 3.2);
const second = scaled("second", 0.6, 2, 2.5);

const limit = (likelihood: Parameters<typeof upperLimit>[0]) => upperLimit(likelihood, { level: 0.9 });
for (const [name, likelihood] of [
  ["first", first],
  ["second", second],
  ["together", simultaneous([first, second])],
] as const) {
  const { observed, expected } = limit(likelihood);
  console.log(`${name.padEnd(9)} mu < ${observed.toFixed(2)}, expected ${expected[2].toFixed(2)}`);
}
