import { luminosityText } from "@belladonna/limits";
import { useRef } from "preact/hooks";
import { drawingOf } from "../events/drawing.js";
import type { Projection } from "../events/drawing.js";
import { event, lheOfSample, sample, wanted } from "../events/sample.js";
import { phoenixText } from "../exports/phoenix.js";
import { save } from "../exports/save.js";
import { particle } from "../point/answers.js";
import { eventIndex, luminosity, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText, percentText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import type { EventView, Sample } from "../worker/answers.js";
import { TriggerView } from "./TriggerView.js";
import { Fact } from "./Fact.js";
import { useSeen } from "./use-seen.js";

const { events: words } = messages;

/** Luminosity where none is chosen, fb⁻¹: that of a round number to scale from. */
const UNIT = 1000;

/** Events of the point: how many, one of them in two projections, its table, and the trigger. */
export function EventsView() {
  const now = sample.value;
  const place = useRef<HTMLElement>(null);
  const none = now.state === "none";
  useSeen(place, none, (seen) => {
    wanted.value = seen;
  });
  if (none) return null;
  return (
    <section ref={place} aria-labelledby="events" class="late" aria-busy={now.state === "working"}>
      <h2 id="events">{words.title}</h2>
      {now.state === "failed" && <p class="remark">{messages.cannot(now.why)}</p>}
      {now.state === "working" && <p class="remark">{words.working}</p>}
      {now.state === "ready" && <Ready sample={now.sample} />}
    </section>
  );
}

function Ready({ sample: found }: { readonly sample: Sample }) {
  const { crossSection, branchingFraction, acceptance, events } = found;
  const at = luminosity.value > 0 ? luminosity.value : UNIT;
  return (
    <>
      <dl class="facts">
        <Fact name={words.process} value={particleNames(found.process.replace(">", "->"))} />
        <Fact name="σ" value={`${numberText(crossSection.value, 3)} ± ${numberText(crossSection.error, 1)} fb`} />
        <Fact name={words.produced(luminosityText(at))} value={numberText(crossSection.value * at, 3)} />
        <Flight betaGamma={found.betaGamma} />
        {branchingFraction < 0.9995 && <Fact name={words.decays} value={percentText(branchingFraction)} />}
        <Fact
          name={words.acceptance}
          value={`${percentText(acceptance.value)} (${percentText(acceptance.low)} – ${percentText(acceptance.high)})`}
        />
      </dl>
      <div class="tools">
        <Step by={-1} events={events} />
        <span class="count">
          {Math.min(eventIndex.value, events - 1) + 1} / {events}
        </span>
        <Step by={1} events={events} />
        <button
          type="button"
          onClick={() =>
            void lheOfSample().then((text) => {
              save("events.lhe", text, "application/xml");
            })
          }
        >
          {words.lhe}
        </button>
        <button
          type="button"
          disabled={event.value === undefined}
          onClick={() => {
            if (event.value !== undefined) {
              save(`event-${event.value.index}.json`, phoenixText(event.value, found.process), "application/json");
            }
          }}
        >
          {words.phoenix}
        </button>
      </div>
      {event.value !== undefined && <One view={event.value} detector={found.detector} />}
      <TriggerView sample={found} explanation={event.value?.explanation} fired={event.value?.fired ?? []} />
    </>
  );
}

/** Mean length flown, where the particle has a lifetime. */
function Flight({ betaGamma }: { readonly betaGamma: number }) {
  const found = particle.value;
  if (found === "none" || found === "loading" || !found.known || found.mediator.ctau === Infinity) return null;
  return <Fact name={words.flight} value={`${numberText(betaGamma * found.mediator.ctau, 3)} cm`} />;
}

function Step({ by, events }: { readonly by: 1 | -1; readonly events: number }) {
  const to = Math.min(eventIndex.value, events - 1) + by;
  return (
    <button
      type="button"
      aria-label={by > 0 ? words.next : words.before}
      disabled={to < 0 || to >= events}
      onClick={() => {
        states.set({ event: to });
      }}
    >
      {by > 0 ? "▶" : "◀"}
    </button>
  );
}

function One({ view, detector }: { readonly view: EventView; readonly detector: Sample["detector"] }) {
  return (
    <>
      <p class="event-sentence">{sentenceOf(view)}</p>
      <div class="projections">
        <Picture view={view} detector={detector} to="x–y" />
        <Picture view={view} detector={detector} to="z–r" />
      </div>
      <details>
        <summary>
          {words.particles} {messages.asTable}
        </summary>
        <div class="scroll" tabindex={0} role="region" aria-label={words.particles}>
          <table>
            <thead>
              <tr>
                {[words.particle, "E (GeV)", "px", "py", "pz", words.vertex].map((head, i) => (
                  <th key={i} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </div>
      </details>
    </>
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

function Picture(props: { readonly view: EventView; readonly detector: Sample["detector"]; readonly to: Projection }) {
  const { view, outlines, tracks, clusters, muons } = drawingOf(props.view, props.detector, props.to);
  return (
    <figure>
      <svg viewBox={view.join(" ")} role="img" aria-label={`${props.to}: ${sentenceOf(props.view)}`} class="event">
        <g transform="scale(1,-1)">
          {outlines.map(({ part, d }, i) => (
            <path key={i} d={d} class={part} />
          ))}
          {tracks.map(({ name, d }, i) => (
            <path key={i} d={d} class={`track ${name.replace(/[^a-z]/g, "")}`} />
          ))}
          {clusters.map(({ d, neutral }, i) => (
            <path key={i} d={d} class={neutral ? "cluster neutral" : "cluster"} />
          ))}
          {muons.map(({ x, y }, i) => (
            <circle key={i} cx={x} cy={y} r={9} class="muon-hit" />
          ))}
        </g>
      </svg>
      <figcaption>{props.to}</figcaption>
    </figure>
  );
}
