import type { Explanation } from "@belladonna/trigger";
import { line, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText, percentText } from "../text/number-text.js";
import type { Fraction, Sample } from "../worker/answers.js";
import { Heads } from "./Heads.js";

const { events: words } = messages;

/** Lines shown before one asks for all. */
const FIRST = 8;

interface TriggerProps {
  readonly sample: Sample;
  readonly explanation: Explanation | undefined;
  readonly fired: readonly string[];
}

/** Efficiency of each level-1 line that fires at all, and why one of them did, or did not, in this event. */
export function TriggerView({ sample: { lines }, explanation, fired }: TriggerProps) {
  return (
    <>
      <h3>{words.trigger}</h3>
      {lines.length === 0 && <p class="remark">{words.noLine}</p>}
      <Lines lines={lines.slice(0, FIRST)} fired={fired} />
      {explanation !== undefined && (
        <section class="card" aria-label={words.why(line.value)}>
          <h4>{words.why(line.value)}</h4>
          <ul class="why">
            <Node of={explanation} />
          </ul>
        </section>
      )}
      {lines.length > FIRST && (
        <details>
          <summary>{words.moreLines(lines.length - FIRST)}</summary>
          <Lines lines={lines.slice(FIRST)} fired={fired} />
        </details>
      )}
    </>
  );
}

function Lines({ lines, fired }: Pick<Sample, "lines"> & { readonly fired: readonly string[] }) {
  return (
    <table>
      <thead>
        <Heads names={[words.line, words.ofGenerated, words.ofSeen, words.here]} />
      </thead>
      <tbody>
        {lines.map(({ name, generated, seen }) => (
          <tr key={name}>
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-pressed={line.value === name}
                onClick={() => {
                  states.set({ line: line.value === name ? "" : name });
                }}
              >
                {name}
              </button>
            </th>
            <td>{interval(generated)}</td>
            <td>{interval(seen)}</td>
            <td>{fired.includes(name) ? words.fired : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function interval({ value, low, high }: Fraction): string {
  return `${percentText(value)} (${numberText(100 * low, 3)} – ${numberText(100 * high, 3)})`;
}

function Node({ of: { text, holds, value, decides, of } }: { readonly of: Explanation }) {
  return (
    <li>
      <span class={holds ? "holds" : "fails"}>{holds ? "✓" : "✗"}</span> <code>{text}</code>
      {value !== undefined && ` = ${String(value)}`}
      {decides && <b> {words.decides}</b>}
      {of.length > 0 && (
        <ul class="why">
          {of.map((child, i) => (
            <Node key={i} of={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
