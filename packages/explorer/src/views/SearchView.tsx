import { luminosityText } from "@belladonna/limits";
import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { About } from "../search/ask.js";
import { about, cancelSearch, current, elapsed, here, loadAbout } from "../search/search-here.js";
import { picked, quick, runHere } from "../search/search-here.js";
import { searchesOn } from "../search/searches-on.js";
import { luminosity, mass, plane, seed } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText } from "../text/number-text.js";
import { FactsTable } from "./CutFlows.js";
import { FoundView } from "./FoundView.js";
import { useSeen } from "./use-seen.js";

const { here: words } = messages;

/** The real search at the mass of the point: what it is, the run with its progress, what it gave. */
export function SearchView() {
  const place = useRef<HTMLElement>(null);
  const none = current.value === "";
  const seen = useRef(false);
  useSeen(place, none, (now) => {
    seen.current = now;
    if (now) loadAbout();
  });
  useSignalEffect(() => {
    if (current.value !== "" && seen.current) loadAbout();
  });
  if (none) return null;
  const now = here.value;
  return (
    <section ref={place} aria-labelledby="here" class="late" aria-busy={now.state === "running"}>
      <h2 id="here">{words.title}</h2>
      <Choice />
      {about.value === undefined && now.state !== "failed" && <p class="remark">{words.loading}</p>}
      {about.value !== undefined && <Asked about={about.value} />}
      {now.state === "running" && <Running />}
      {now.state === "failed" && (
        <p class="remark" role="alert">
          {messages.cannot(now.why)}
        </p>
      )}
      {now.state === "ready" && <FoundView found={now.found} />}
      {about.value !== undefined && (
        <details>
          <summary>{words.facts}</summary>
          <FactsTable facts={about.value.facts} />
        </details>
      )}
    </section>
  );
}

/** Which search, where several look for the particle. */
function Choice() {
  const names = searchesOn(plane.value);
  if (names.length < 2) return null;
  return (
    <div class="controls">
      <label>
        <span>{words.which}</span>
        <select value={current.value} onChange={(e) => (picked.value = e.currentTarget.value)}>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Asked({ about: found }: { readonly about: About }) {
  const { from, to } = found.masses;
  const inside = mass.value >= from && mass.value <= to;
  const at = luminosity.value > 0 ? luminosity.value : found.luminosity;
  const running = here.value.state === "running";
  return (
    <>
      <p>
        {found.title} <span class="remark">({found.reference})</span>
      </p>
      {!inside && <p class="remark">{words.range(numberText(from), numberText(to))}</p>}
      <div class="controls">
        <button type="button" disabled={!inside || running} onClick={runHere}>
          {words.run(numberText(mass.value))}
        </button>
        <span class="remark">{words.at(luminosityText(at), seed.value)}</span>
        <label>
          <input
            type="checkbox"
            checked={quick.value}
            disabled={running}
            onChange={(e) => (quick.value = e.currentTarget.checked)}
          />
          <span>{words.quick}</span>
        </label>
      </div>
    </>
  );
}

function Running() {
  const now = here.value;
  if (now.state !== "running") return null;
  const { step } = now;
  return (
    <div class="controls running">
      <progress
        {...(step !== undefined && { value: step.done, max: Math.max(1, step.total) })}
        aria-label={words.title}
      />
      <span class="count">{words.seconds(elapsed.value.toFixed(1))}</span>
      <button type="button" onClick={cancelSearch}>
        {words.cancel}
      </button>
      <span class="remark stage">
        {step === undefined ? words.starting : words.stage(step.stage, step.done, step.total)}
      </span>
    </div>
  );
}
