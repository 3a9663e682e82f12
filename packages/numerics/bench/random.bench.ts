import { bench, describe } from "vitest";
import { random } from "../src/index.js";

const out = new Float64Array(1e6);
describe("a million numbers", () => {
  const stream = random(1);
  bench("fill (uniform)", () => {
    stream.fill(out);
  });
  bench("uniform, one by one", () => {
    for (let i = 0; i < out.length; i++) out[i] = stream.uniform();
  });
  bench("normal", () => {
    for (let i = 0; i < out.length; i++) out[i] = stream.normal();
  });
  bench("Poisson of mean 3", () => {
    for (let i = 0; i < out.length; i++) out[i] = stream.poisson(3);
  });
  bench("Math.random, the peer", () => {
    for (let i = 0; i < out.length; i++) out[i] = Math.random();
  });
});
