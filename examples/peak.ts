// How many events are in this peak, and how sure is it?
import { chebyshev, crystalBall, fit, parameter, random, significance, sum, unbinned } from "@belladonna/stats";

const range = [2.8, 3.3] as const; // GeV
const mean = parameter("mean", 3.09, { min: 3, max: 3.2 });
const width = parameter("width", 0.03, { min: 0.005, max: 0.1 });
const peak = crystalBall({ mean, sigma: width, alpha: 1.2, n: 3, range });
const smooth = chebyshev({ coefficients: [parameter("slope", 0)], range });
const yields = [parameter("signal", 200, { min: 0 }), parameter("background", 800, { min: 0 })];
const model = sum([peak, smooth], { yields });

// Pseudo-data: 150 events of signal among 1000.
const data = model.sample(Float64Array.of(150, 850, 3.1, 0.02, -0.3), 1000, random(1));
const likelihood = unbinned(model, data, { poi: "signal" });
const result = fit(likelihood);
for (const name of ["signal", "background", "mean", "width", "slope"]) {
  console.log(`${name.padEnd(11)} ${result.parameters[name].toPrecision(4)} +- ${result.errors[name].toPrecision(2)}`);
}
const { lower, upper } = result.minos("signal");
console.log(`signal by MINOS: ${lower.toFixed(1)}, +${upper.toFixed(1)}; valid: ${result.valid}`);
console.log(`significance ${significance(likelihood).z.toFixed(1)} sigma`);
