import type { Limit } from "@belladonna/limits";
import { messages } from "../text/messages.js";
import { planeData } from "../plane/plane-data.js";
import { numberText } from "../text/number-text.js";
import { hide, states } from "../state/store.js";
import { Paper } from "./Paper.js";
import { Heads } from "./Heads.js";

/** The lowest value a limit excludes anywhere. */
function least(limit: Limit): number {
  const values = limit.shape === "interval" ? limit.lower : limit.value.flat();
  return values.reduce((a, b) => (b < a ? b : a), Infinity);
}

/** The table behind the plane: every limit, drawn or not. */
export function PlaneTable() {
  const data = planeData.value;
  if (data.state !== "ready") return null;
  const toggle = (id: string): void => {
    states.set({ hide: hide.value.includes(id) ? hide.value.filter((h) => h !== id) : [...hide.value, id] });
  };
  return (
    <details>
      <summary>
        {data.plane.title} {messages.asTable}
      </summary>
      <div class="scroll">
        <table>
          <thead>
            <Heads
              names={[
                messages.show,
                messages.limit,
                messages.range,
                messages.least,
                messages.cl,
                messages.kind,
                messages.standing,
                messages.paper,
              ]}
            />
          </thead>
          <tbody>
            {data.limits.map((limit) => (
              <tr key={limit.id}>
                <td>
                  <input
                    type="checkbox"
                    checked={!hide.value.includes(limit.id)}
                    aria-label={limit.label ?? limit.id}
                    onChange={() => {
                      toggle(limit.id);
                    }}
                  />
                </td>
                <th scope="row">{limit.label ?? limit.id}</th>
                <td>
                  {numberText(Math.min(...limit.mass), 3)} – {numberText(Math.max(...limit.mass), 3)}
                </td>
                <td>{numberText(least(limit), 3)}</td>
                <td>{Number((limit.cl * 100).toPrecision(3))} %</td>
                <td>{limit.kind}</td>
                <td>{limit.provenance?.standing ?? ""}</td>
                <td>
                  <Paper limit={limit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
