import type { Explanation } from "@belladonna/trigger";
import { expression, line, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import type { EventView, LineRow, Sample } from "../worker/answers.js";
import { Heads } from "./Heads.js";
import { TypedLineView } from "./TypedLineView.js";
import { WhyView } from "./WhyView.js";
import { intervalText } from "../text/interval-text.js";

const { events: words } = messages;

/** Lines shown before one asks for all. */
const FIRST = 8;

interface TriggerProps {
  readonly sample: Sample;
  readonly view: EventView | undefined;
}

/** Efficiency of each line of both levels that fires at all, why one of them did, or did not, in this event, and a line to try. */
export function TriggerView({ sample: { lines, highLines }, view }: TriggerProps) {
  const fired = view?.fired ?? [];
  const isHigh = highLines.some(({ name }) => name === line.value);
  return (
    <>
      <h3>{words.trigger}</h3>
      {lines.length === 0 && <p class="remark">{words.noLine}</p>}
      <Lines lines={lines} fired={fired} explanation={isHigh ? undefined : view?.explanation} />
      <TypedLineView typed={expression.value === "" ? undefined : view?.typed} />
      <h3>{words.high}</h3>
      <p class="remark">{highLines.length === 0 ? words.noLine : words.highRemark}</p>
      <Lines lines={highLines} fired={fired} explanation={isHigh ? view?.explanation : undefined} />
    </>
  );
}

interface LinesProps {
  readonly lines: readonly LineRow[];
  readonly fired: readonly string[];
  readonly explanation: Explanation | undefined;
}

/** The first lines, why the chosen one fired, and the rest. */
function Lines({ lines, fired, explanation }: LinesProps) {
  const rest = lines.slice(FIRST);
  return (
    <>
      {lines.length > 0 && <Table lines={lines.slice(0, FIRST)} fired={fired} />}
      {explanation !== undefined && <WhyView name={line.value} explanation={explanation} />}
      {rest.length > 0 && (
        <details>
          <summary>{words.moreLines(rest.length)}</summary>
          <Table lines={rest} fired={fired} />
        </details>
      )}
    </>
  );
}

function Table({ lines, fired }: Pick<LinesProps, "lines" | "fired">) {
  return (
    <table class="lines">
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
            <td>{intervalText(generated)}</td>
            <td>{intervalText(seen)}</td>
            <td>{fired.includes(name) ? words.fired : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
