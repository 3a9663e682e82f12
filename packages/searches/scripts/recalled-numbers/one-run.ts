// The expected limits of a search at a few masses, as JSON: one-run.ts NAME OPTIONS FOLDER SAME..., see kept-stages.ts.
import { searches } from "../../src/searches.js";
import { keptStages } from "./kept-stages.js";

const [name, options, folder, ...same] = process.argv.slice(2);
const search = searches.find((one) => one.name === name);
if (search === undefined) throw new Error(`no search ${name}`);
const given = JSON.parse(options) as object;
const { measured } = await search.run({ ...search.defaults, ...given, seed: 1, toys: 0 }, keptStages(folder, same));
const limits = measured.map((one) => ({
  name: one.name,
  process: one.process,
  mass: one.masses.map(({ mass }) => mass),
  expected: one.masses.map(({ expected }) => expected),
}));
console.log(JSON.stringify(limits));
