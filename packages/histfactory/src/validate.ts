import { shown, WorkspaceError } from "./workspace-error.js";
import { array, boolean, fail, literal, name, notNegative, number, object, positive, string } from "./checks.js";
import type { Check } from "./checks.js";
import type { Workspace } from "./workspace.js";

const modifierData: Readonly<Record<string, Check>> = {
  histosys: object({ lo_data: array(number), hi_data: array(number) }),
  normsys: object({ lo: positive, hi: positive }),
  lumi: literal(null),
  normfactor: literal(null),
  shapefactor: literal(null),
  shapesys: array(notNegative),
  staterror: array(notNegative),
};

const modifierWith =
  (own: readonly string[]): Check =>
  (value, path) => {
    const type = (value as { type?: unknown } | null)?.type;
    // What a modifier of the user's own has as data is its own matter.
    if (typeof type === "string" && own.includes(type)) {
      object({ name, type: string, data: () => undefined })(value, path);
      return;
    }
    const data = typeof type === "string" && Object.hasOwn(modifierData, type) ? modifierData[type] : undefined;
    if (data === undefined && typeof value === "object" && value !== null && Object.hasOwn(value, "type")) {
      fail(`${path}.type`, `one of ${[...Object.keys(modifierData), ...own].join(", ")}`, type);
    }
    object({ name: type === "lumi" ? literal("lumi") : name, type: string, data: data ?? string })(value, path);
  };

const channelWith = (own: readonly string[]): Check => {
  const sample = object({ name, data: array(number), modifiers: array(modifierWith(own), 0, ["type", "name"]) });
  return object({ name, samples: array(sample, 1, ["name"]) });
};

const bounds: Check = (value, path) => {
  array(number)(value, path);
  const pair = value as readonly number[];
  if (pair.length !== 2 || pair[0] > pair[1]) fail(path, "a lower and an upper bound", JSON.stringify(pair));
};
const parameter = object(
  { name },
  {
    inits: array(number),
    bounds: array(bounds),
    auxdata: array(number),
    factors: array(positive),
    sigmas: array(positive),
    fixed: boolean,
  },
);
const measurement = object({
  name: string,
  config: object({ poi: string, parameters: array(parameter, 0, ["name"]) }),
});

const formWith = (own: readonly string[]): Check =>
  object({
    channels: array(channelWith(own), 1, ["name"]),
    measurements: array(measurement, 1, ["name"]),
    observations: array(object({ name, data: array(notNegative) }), 1, ["name"]),
    version: literal("1.0.0"),
  });

const form = formWith([]);

function sameLength(path: string, found: readonly unknown[], bins: number): void {
  if (found.length !== bins) {
    throw new WorkspaceError(path, `must have ${bins} elements, one a bin of the channel, got ${found.length}`);
  }
}

/** The rules that join one part of the document to another. */
function checkBins({ channels, observations }: Workspace): void {
  channels.forEach((c, i) => {
    const bins = c.samples[0].data.length;
    c.samples.forEach((s, j) => {
      const path = `channels[${i}].samples[${j}]`;
      sameLength(`${path}.data`, s.data, bins);
      s.modifiers.forEach((m, k) => {
        const at = `${path}.modifiers[${k}].data`;
        if (m.type === "histosys") {
          sameLength(`${at}.lo_data`, m.data.lo_data, bins);
          sameLength(`${at}.hi_data`, m.data.hi_data, bins);
        } else if (m.type === "shapesys" || m.type === "staterror") sameLength(at, m.data, bins);
      });
    });
    const observation = observations.findIndex((o) => o.name === c.name);
    if (observation < 0) throw new WorkspaceError("observations", `has no entry for the channel ${shown(c.name)}`);
    sameLength(`observations[${observation}].data`, observations[observation].data, bins);
  });
}

/**
 * The workspace of a JSON document, once its form and the agreement of its parts are checked.
 *
 * Stricter than the published JSON schema: also refused are numbers that are not finite, repeated names, arrays whose
 * length is not the number of bins, negative counts and uncertainties. Observations without a channel are kept, as files of
 * validation regions have them, and are not part of the data.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * parseWorkspace(JSON.parse(JSON.stringify(workspace))).channels.length; // 1
 * ```
 * @param document - JSON text, or the value parsed from it.
 * @returns The same document, now known to be a workspace.
 * @throws WorkspaceError with the path and the reason at the first fault.
 */
export function parseWorkspace(document: unknown): Workspace {
  return checkedWorkspace(document, []);
}

/** The same of a document with modifiers of the types `own` besides those of the format. */
export function checkedWorkspace(document: unknown, own: readonly string[]): Workspace {
  let value = document;
  if (typeof document === "string") {
    try {
      value = JSON.parse(document);
    } catch (error) {
      throw new WorkspaceError("", `is not JSON: ${error instanceof Error ? error.message : "no reason given"}`);
    }
  }
  (own.length === 0 ? form : formWith(own))(value, "");
  const workspace = value as Workspace;
  checkBins(workspace);
  return workspace;
}
