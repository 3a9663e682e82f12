import { useSignal } from "@preact/signals";
import { drawingOf } from "../events/drawing.js";
import type { Projection } from "../events/drawing.js";
import { lookOf } from "../events/scene.js";
import type { Scene } from "../events/scene.js";
import { messages } from "../text/messages.js";
import { numberText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import type { EventView, MassRow } from "../worker/answers.js";
import { ScrolledTable } from "./ScrolledTable.js";
import { SolidView } from "./SolidView.js";

const { events: words } = messages;

/** One event: a sentence, two projections, space behind a button, its particles as a table. */
export function OneEventView({ view, scene }: { readonly view: EventView; readonly scene: Scene }) {
  const solid = useSignal(false);
  const sentence = sentenceOf(view);
  return (
    <>
      <p class="event-sentence">{sentence}</p>
      <div class="projections">
        <Picture scene={scene} sentence={sentence} to="x–y" />
        <Picture scene={scene} sentence={sentence} to="z–r" />
      </div>
      <Legend scene={scene} />
      <p class="tools">
        <button type="button" aria-expanded={solid.value} onClick={() => (solid.value = !solid.value)}>
          {words.solid}
        </button>
      </p>
      {solid.value && <SolidView scene={scene} sentence={sentence} />}
      <Masses rows={view.masses} />
      <details>
        <summary>
          {words.particles} {messages.asTable}
        </summary>
        <ScrolledTable label={words.particles} heads={[words.particle, "E (GeV)", "px", "py", "pz", words.vertex]}>
          {view.particles.map((p, i) => (
            <tr key={i}>
              <th scope="row">
                {particleNames(p.name)} {words.status[p.status] ?? ""}
              </th>
              {[p.energy, ...p.momentum].map((v, k) => (
                <td key={k}>{numberText(v, 3)}</td>
              ))}
              <td>{p.vertex.map((v) => numberText(v, 2)).join(", ")}</td>
            </tr>
          ))}
        </ScrolledTable>
      </details>
    </>
  );
}

/** Invariant and recoil masses of what was seen. */
function Masses({ rows }: { readonly rows: readonly MassRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>
        {words.masses} {messages.asTable}
      </summary>
      <ScrolledTable label={words.masses} heads={[words.together, words.invariant, words.recoil]}>
        {rows.map(({ of, mass, recoil }, i) => (
          <tr key={i}>
            <th scope="row">{particleNames(of.join(" "))}</th>
            <td>{mass === undefined ? "–" : numberText(mass, 4)}</td>
            <td>{numberText(recoil, 4)}</td>
          </tr>
        ))}
      </ScrolledTable>
    </details>
  );
}

/** What was seen, in words. */
function sentenceOf({ tracks, clusters, muons }: EventView): string {
  const names = new Map<string, number>();
  for (const { name } of tracks) names.set(name, (names.get(name) ?? 0) + 1);
  const charged = [...names].map(([name, n]) => `${n} × ${particleNames(name)}`);
  const neutral = clusters.filter((c) => c.neutral && c.energy > 0.1).sort((a, b) => b.energy - a.energy);
  const energies = neutral.slice(0, 4).map((c) => `${numberText(c.energy, 3)} GeV`);
  const parts = [
    ...charged,
    ...(energies.length > 0 ? [words.neutral(energies.join(", "))] : []),
    ...(muons.length > 0 ? [words.inMuons(muons.length)] : []),
  ];
  return parts.length > 0 ? `${words.seen} ${parts.join("; ")}.` : words.unseen;
}

interface PictureProps {
  readonly scene: Scene;
  readonly sentence: string;
  readonly to: Projection;
}

function Picture({ scene, sentence, to }: PictureProps) {
  const { view, outlines, tracks, clusters, muons } = drawingOf(scene, to);
  return (
    <figure>
      <svg viewBox={view.join(" ")} role="img" aria-label={`${to}: ${sentence}`} class="event">
        <g transform="scale(1,-1)">
          {outlines.map(({ part, d }, i) => (
            <path key={i} d={d} class={part} />
          ))}
          {tracks.map(({ name, d }, i) => (
            <path key={i} d={d} class={trackClass(name)} />
          ))}
          {clusters.map(({ d, neutral }, i) => (
            <path key={i} d={d} class={clusterClass(neutral)} />
          ))}
          {muons.map(({ x, y }, i) => (
            <circle key={i} cx={x} cy={y} r={9} class="muon-hit" />
          ))}
        </g>
      </svg>
      <figcaption>{to}</figcaption>
    </figure>
  );
}

/** How a track looks: by what it was taken for. */
function trackClass(name: string): string {
  return `track ${lookOf(name)}`;
}

function clusterClass(neutral: boolean): string {
  return neutral ? "cluster neutral" : "cluster";
}

/** What the lines of this event are; the picture in space takes its colours from here. */
function Legend({ scene: { tracks, clusters, muons } }: { readonly scene: Scene }) {
  const kinds = new Set(clusters.map((c) => c.neutral));
  const rows = [
    ...[...new Set(tracks.map((t) => t.name))].map((name) => ({ text: particleNames(name), look: trackClass(name) })),
    ...(kinds.has(true) ? [{ text: words.neutralCluster, look: clusterClass(true) }] : []),
    ...(kinds.has(false) ? [{ text: words.chargedCluster, look: clusterClass(false) }] : []),
  ];
  return (
    <ul class="legend">
      {rows.map(({ text, look }) => (
        <li key={text}>
          <svg class="event swatch" viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
            <path d="M0,4H28" class={look} />
          </svg>
          {text}
        </li>
      ))}
      {muons.length > 0 && (
        <li>
          <svg class="event swatch" viewBox="0 0 28 8" width={28} height={8} aria-hidden="true">
            <circle cx={14} cy={4} r={4} class="muon-hit" />
          </svg>
          {words.muonHit}
        </li>
      )}
    </ul>
  );
}
