import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import { type Channel, channels } from "./channels.js";
import { FRACTION, likelihoodOf } from "./likelihood.js";
import { etaEdges, luminosity as published, PAPER, q2Edges } from "./published.js";
import { observed, observedBelow } from "./published-yields.js";
import { binOf } from "./selected.js";
import type { Templates } from "./templates.js";

/** Columns of a file with data: PDG number of the kaon (321 or 313), classifier, and reconstructed $q^2$ in GeV². */
export const DATA_COLUMNS = ["kaon", "eta", "q2"] as const;

/** Data of the user, an entry an event. */
export interface Data {
  /** PDG numbers. */
  readonly kaon: Float64Array;
  /** Values of the classifier. */
  readonly eta: Float64Array;
  /** Reconstructed $q^2$, GeV². */
  readonly q2: Float64Array;
}

/** Reads the user's data. Throws `UserError` for a row that is none. */
export function readData(file: NamedFile): Data {
  const [kaon, eta, q2] = readColumns(file, DATA_COLUMNS, ["q2"]);
  const odd = kaon.findIndex((id) => !channels.some(({ pdgId }) => pdgId === id));
  if (odd >= 0) throw new UserError(`${file.name}, event ${odd + 1}: kaon must be 321 or 313, got ${kaon[odd]}`);
  return { kaon, eta, q2 };
}

/** Data of a channel, and what they are. */
export interface ChannelData {
  /** Events in the nine bins at the resonance and the nine below it; of pseudo-data also the auxiliary measurements. */
  readonly counts: Float64Array;
  /** Whether an experiment counted them. */
  readonly measured: boolean;
  /** One sentence for the user. */
  readonly note: string;
}

/**
 * The data of a channel: those of the user's file, the published ones of $B^+\to K^+X$ at their luminosity and without a
 * signal put in, or else pseudo-data.
 *
 * @param truth - Templates from which pseudo-data are drawn: of the injected signal, where there is one.
 * @param file - What was read of the user's file.
 */
export function dataOf(
  channel: Channel,
  truth: Templates,
  file: Data | undefined,
  options: SearchOptions,
): ChannelData {
  const { luminosity, inject, seed, data } = options;
  const [leading] = channels;
  const name = channel.process;
  if (file !== undefined) {
    const note = `${name}: observed: ${data?.name ?? "data"}; below the resonance what is expected stands for data`;
    return { counts: countsOf(file, channel, truth, luminosity), measured: true, note };
  }
  if (channel === leading && inject === undefined && luminosity === published.value) {
    const counts = Float64Array.from([...observed.value, ...observedBelow.value]);
    return { counts, measured: true, note: `${name}: observed: the published counts of ${PAPER} in nine bins` };
  }
  const rate = channel === leading ? (inject?.rate ?? 0) : 0;
  const signal = rate === 0 || inject === undefined ? "" : `, with a signal of ${rate} at ${inject.mass} GeV`;
  const note = `${name}: observed: pseudo-data of the background, seed ${seed}${signal}`;
  return { counts: pseudoData(truth, channel, rate, options), measured: false, note };
}

/** Events of a channel in the nine bins; below the resonance what is expected stands for data. */
function countsOf({ kaon, eta, q2 }: Data, { pdgId }: Channel, templates: Templates, luminosity: number): Float64Array {
  const rows = q2Edges.value.length - 1;
  const nine = (etaEdges.value.length - 1) * rows;
  const counts = likelihoodOf(templates, luminosity).data.slice(0, 2 * nine);
  counts.fill(0, 0, nine);
  kaon.forEach((id, i) => {
    const [slice, column] = [binOf(etaEdges.value, eta[i]), binOf(q2Edges.value, q2[i])];
    if (id === pdgId && slice >= 0 && column >= 0) counts[slice * rows + column]++;
  });
  return counts;
}

/** Pseudo-data of a channel, drawn from what is expected: events in bins, and the auxiliary measurements. */
function pseudoData(
  templates: Templates,
  channel: Channel,
  rate: number,
  { luminosity, seed }: Pick<SearchOptions, "luminosity" | "seed">,
): Float64Array {
  const model = likelihoodOf(templates, luminosity);
  const theta = Float64Array.from(model.parameters, ({ name, start }) =>
    name === FRACTION.name ? rate / FRACTION.unit : start,
  );
  return model.sample(theta, random(seedOf(seed, "pseudoData", channels.indexOf(channel)))).data;
}
