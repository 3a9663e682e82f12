import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import { type SignalChannel, channels } from "./channels.js";
import { expectedBackground } from "./expected-background.js";
import { type ChannelSignal, hypothesisAt, reducedRange } from "./hypothesis.js";
import { mesonsPerInverseFemtobarn } from "./publication.js";
import { lifetimes } from "./signal-efficiency.js";
import { peakDensity } from "./windows.js";

/** Reduced masses of the events of each channel, GeV. */
export type Data = ReadonlyMap<SignalChannel, Float64Array>;

/** Lifetime an injected signal has: that of the first limit, cm. */
export const LEADING_LIFETIME = 1;

/** Data with what they are. */
export interface NotedData {
  /** The events; nothing where only expected limits are wanted. */
  readonly data: Data | undefined;
  /** One sentence for the user. */
  readonly note: string;
}

/** The user's data. Throws `UserError` for a channel that does not exist. */
export function userData(file: NamedFile): NotedData {
  const [numbers, masses] = readColumns(file, ["channel", "reducedMass"]);
  const wrong = numbers.find((n) => !Number.isInteger(n) || n > channels.length);
  if (wrong !== undefined) {
    throw new UserError(`${file.name}: channel must be 1 to ${channels.length} (${channelList()}), got ${wrong}`);
  }
  const data = new Map(channels.map((one, c) => [one, masses.filter((_, i) => numbers[i] === c + 1)]));
  return { data, note: `observed: ${file.name}` };
}

/** Luminosities, in that of the publication, above which there are only expected limits: with few events no window is like another. */
const MOST = 10;

/** Pseudo-data: flat in the reduced mass, with the injected signal. */
export function pseudoData(
  signals: readonly ChannelSignal[],
  scale: number,
  { seed, inject, luminosity }: SearchOptions,
): NotedData {
  if (scale > MOST && inject === undefined) {
    return { data: undefined, note: `no pseudo-data at ${luminosity} fb^-1: expected limits only` };
  }
  const root = random(seedOf(seed, "pseudoData"));
  const data = new Map(
    channels.map((one, c) => {
      const stream = root.stream(c);
      const [low, high] = reducedRange(one);
      const flat = { length: stream.poisson(scale * expectedBackground[one.pair].value) };
      return [one, Float64Array.from(flat, () => low + stream.uniform() * (high - low))] as const;
    }),
  );
  const note = `observed: pseudo-data of a flat background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const [leading] = signals;
  const hypothesis = hypothesisAt(leading, inject.mass);
  const efficiency = hypothesis?.efficiency[lifetimes.indexOf(LEADING_LIFETIME)] ?? Number.NaN;
  if (hypothesis === undefined || Number.isNaN(efficiency)) {
    throw new UserError(`--inject: ${leading.channel.name} has no signal at ${inject.mass} GeV in this run`);
  }
  const stream = root.stream(channels.length);
  const expected = inject.rate * mesonsPerInverseFemtobarn[leading.channel.charge] * luminosity * efficiency;
  const count = stream.poisson(expected);
  const pulls = peakDensity(leading.shape).sample(new Float64Array(), count, stream);
  const { peak, width } = hypothesis;
  const injected = [...(data.get(leading.channel) ?? []), ...pulls.map((x) => peak + width * x)];
  data.set(leading.channel, Float64Array.from(injected));
  return { data, note: `${note}, with ${count} signal events at ${inject.mass} GeV in ${leading.channel.name}` };
}

/** The channels with their numbers. */
const channelList = (): string => channels.map(({ name }, c) => `${c + 1} ${name}`).join(", ");
