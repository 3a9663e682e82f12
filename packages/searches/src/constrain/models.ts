import type { ConstrainedModel } from "@belladonna/limits";
import {
  chargesFrom,
  portalNamed,
  portals,
  vectorMediator,
  type Portal,
  type RelicDarkMatter,
} from "@belladonna/models";
import { darkPhoton, zPrime, type DarkMatter } from "@belladonna/models";
import { parseModelFile } from "@belladonna/models/file";
import { didYouMean } from "@belladonna/numerics";
import type { NamedFile } from "../search.js";
import { UsageError } from "../user-error.js";

/** A model of the command line: one to constrain, and a coupling of the size of limits. */
export type NamedModel = ConstrainedModel & Pick<Portal, "typical">;

/** The name of a portal as one word: `b-minus-l`, `dark-photon`, `hnl-electron`. */
export function wordOf(name: string): string {
  if (name === "Lmu-Ltau Z'") return "z-prime";
  const word = name.replace(/^(B|L\w+)-(L\w*)$/, "$1-minus-$2").replace("Z'", "z-prime");
  return word.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

/**
 * A vector with charges from text: `e=1,mu=1,u=1/3`.
 * @throws UsageError for a fermion there is not, a charge that is no number, or charges that no vector can have.
 */
function vectorOf(charges: string): NamedModel {
  try {
    chargesFrom(charges); // and no name of a portal
    return { ...portalNamed(charges), name: "vector" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(why.replace(/^\w+: (charges )?/, "--charges: "));
  }
}

/**
 * Dark matter from text: `KIND:ALPHA_D:RATIO` or, inelastic, `inelastic:ALPHA_D:RATIO:DELTA`.
 * @throws UsageError for anything else.
 */
export function darkMatterFrom(text: string): RelicDarkMatter {
  const [kind, ...numbers] = text.split(":");
  const [alphaD, massRatio, splitting] = numbers.map(Number);
  const kinds = ["scalar", "majorana", "dirac", "inelastic"] as const;
  const known = kinds.find((k) => k === kind);
  const wanted = known === "inelastic" ? 3 : 2;
  if (known === undefined || numbers.length !== wanted || !numbers.every((n) => Number(n) > 0)) {
    throw new UsageError(
      `--dark: must be KIND:ALPHA_D:RATIO with ${kinds.join(", ")} (which takes :DELTA too), such as scalar:0.1:3; got "${text}"`,
    );
  }
  return { kind: known, alphaD, massRatio, ...(splitting > 0 ? { splitting } : {}) };
}

/**
 * The model of a file.
 * @throws ModelFileError for a file that is no model, with its line.
 */
export function modelOfFile({ name, bytes }: NamedFile): NamedModel {
  return parseModelFile(new TextDecoder().decode(bytes), name);
}

/**
 * The model that words name: a portal, or `vector` with charges of one's own.
 * @throws UsageError for a word that is no portal, or charges of what is no vector.
 */
export function modelNamed(word: string, charges: string | undefined): NamedModel {
  if (word === "vector") {
    if (charges === undefined) throw new UsageError("vector needs --charges, such as e=1,mu=1,nue=1,numu=1");
    return vectorOf(charges);
  }
  if (charges !== undefined) throw new UsageError(`--charges are for the model vector, got ${word}`);
  const found = portals.find((portal) => wordOf(portal.name) === word);
  if (found !== undefined) return found;
  try {
    return portalNamed(word);
  } catch {
    const words = [...portals.map((portal) => wordOf(portal.name)), "vector"];
    throw new UsageError(`no model "${word}"; there is ${words.join(", ")}${didYouMean(word, words)}`);
  }
}

/**
 * The same vector with dark matter to decay to: its branching fractions then depend on the coupling.
 * @throws UsageError for what is no vector.
 */
export function withDarkMatter(model: NamedModel, dark: RelicDarkMatter): ConstrainedModel {
  const { name, make, typical } = model;
  const { vector } = make(1, typical).couplings;
  if (make(1, typical).kind !== "vector" || vector === undefined) {
    throw new UsageError(`--dark is for vectors, got ${name}`);
  }
  const { kind, alphaD, massRatio, splitting } = dark;
  const matter = (mass: number): DarkMatter => ({
    kind,
    alphaD,
    mass: mass / massRatio,
    ...(splitting === undefined ? {} : { splitting }),
  });
  const decaying: ConstrainedModel["make"] =
    name === "dark photon"
      ? (mass, epsilon) => darkPhoton({ mass, epsilon, dark: matter(mass) })
      : name === "Lmu-Ltau Z'"
        ? (mass, gPrime) => zPrime({ mass, gPrime, dark: matter(mass) })
        : (mass, coupling) => {
            const own = make(mass, coupling).couplings.vector ?? {};
            const scaled = Object.entries(own).map(([f, g]) => [f, g / coupling] as const);
            return vectorMediator({ mass, coupling, charges: Object.fromEntries(scaled), dark: matter(mass) });
          };
  return { name: `${name}, ${kind} dark matter`, coupling: model.coupling ?? "g", make: decaying };
}
