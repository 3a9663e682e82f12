import { array, boolean, fail, name, number, openObject, string } from "./checks.js";
import type { Check } from "./checks.js";
import type { Hs3Document } from "./hs3-document.js";

const numberOrName: Check = (value, path) => {
  if (typeof value !== "string") number(value, path);
};
const ofType = (value: unknown): unknown => (value as { readonly type?: unknown } | null)?.type;

const histogram = openObject({ contents: array(number) }, { errors: array(number) });
const numbersOfModifier: Readonly<Record<string, Check>> = {
  normsys: openObject({ lo: number, hi: number }),
  histosys: openObject({ lo: histogram, hi: histogram }),
  shapesys: openObject({ vals: array(number) }),
};
const modifier: Check = (value, path) => {
  const type = ofType(value);
  const data = typeof type === "string" && Object.hasOwn(numbersOfModifier, type) ? numbersOfModifier[type] : undefined;
  openObject(
    { type: string, name: string, ...(data !== undefined && { data }) },
    { parameter: name, parameters: array(name), constraint: string, constraint_type: string },
  )(value, path);
};
const sample = openObject({ name, data: histogram, modifiers: array(modifier, 0) });

const distribution: Check = (value, path) => {
  switch (ofType(value)) {
    case "histfactory_dist":
      openObject({ name, samples: array(sample) })(value, path);
      break;
    case "gaussian_dist":
      openObject({ name, mean: numberOrName, x: numberOrName, sigma: numberOrName })(value, path);
      break;
    default:
      openObject({ name, type: string })(value, path);
  }
};
const range = openObject({ name }, { min: number, max: number });
const value = openObject({ name, value: number }, { const: boolean });

const form = openObject(
  {
    distributions: array(distribution, 1, ["name"]),
    data: array(openObject({ name }, { contents: array(number) }), 1, ["name"]),
    likelihoods: array(
      openObject({ name, distributions: array(name), data: array(name) }, { aux_distributions: array(name, 0) }),
      1,
      ["name"],
    ),
    analyses: array(
      openObject(
        { name, likelihood: name, domains: array(name, 0) },
        { parameters_of_interest: array(name, 0), init: string },
      ),
      1,
      ["name"],
    ),
  },
  {
    domains: array(openObject({ name, axes: array(range, 0) }), 0, ["name"]),
    parameter_points: array(openObject({ name, parameters: array(value, 0) }), 0, ["name"]),
  },
);

/**
 * Throws unless a value has the form of an HS3 document as far as a workspace is read from it: distributions of other kinds
 * and fields without a meaning here may be whatever they are.
 * @throws WorkspaceError with the path and the reason at the first fault.
 */
export function checkHs3(
  document: unknown,
): asserts document is Partial<Hs3Document> & Pick<Hs3Document, "distributions" | "data" | "likelihoods" | "analyses"> {
  form(document, "");
  const { likelihoods } = document as Hs3Document;
  likelihoods.forEach(({ distributions, data }, i) => {
    if (data.length !== distributions.length) {
      fail(`likelihoods[${i}].data`, `as many as its ${distributions.length} distributions`, data);
    }
  });
}
