import { computed } from "@preact/signals";
import { pinCsv, pinTable } from "../answers/pin-table.js";
import { save } from "../exports/save.js";
import { askedAt } from "../plane/shown.js";
import { portal, quantity } from "../point/answers.js";
import { pins, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import { factorText, numberText } from "../text/number-text.js";

const rows = computed(() => pinTable(pins.value, askedAt, portal.value));

/** The kept points, mass by mass: the benchmark table of a paper. Two of them give a column of ratios. */
export function PinsView() {
  if (pins.value.length === 0) return null;
  const { symbol } = quantity.value;
  const [a, b] = rows.value;
  return (
    <section aria-labelledby="pins" class="late">
      <h2 id="pins">{messages.pins}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={`${messages.pins} ${messages.asTable}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">m (GeV)</th>
              <th scope="col">{symbol}</th>
              <th scope="col">Γ (GeV)</th>
              <th scope="col">cτ (cm)</th>
              <th scope="col">{messages.excludedBy}</th>
              <th scope="col">
                <span class="unseen">{messages.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row, i) => (
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                <td>{numberText(row.mass)}</td>
                <td>{numberText(row.coupling)}</td>
                <td>{numberText(row.width)}</td>
                <td>{numberText(row.ctau)}</td>
                <td>
                  {row.excludedBy.length === 0 ? "–" : `${row.excludedBy.join(", ")} (×${factorText(row.factor)})`}
                </td>
                <td>
                  <button
                    type="button"
                    aria-label={`${messages.remove} ${i + 1}`}
                    onClick={() => {
                      states.set({ pins: pins.value.filter((_, k) => k !== i) });
                    }}
                  >
                    ×
                  </button>
                </td>
              </tr>
            ))}
            {rows.value.length === 2 && (
              <tr>
                <th scope="row">2 / 1</th>
                {[b.mass / a.mass, b.coupling / a.coupling, b.width / a.width, b.ctau / a.ctau].map((v, i) => (
                  <td key={i}>{numberText(v)}</td>
                ))}
                <td />
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <button
        type="button"
        onClick={() => {
          save("pins.csv", pinCsv(rows.value, symbol), "text/csv");
        }}
      >
        CSV
      </button>
    </section>
  );
}
