import type { Curves } from "../answers/curves.js";
import { save } from "../exports/save.js";
import { messages } from "../text/messages.js";
import { numberText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import { ScrolledTable } from "./ScrolledTable.js";

/** One row in so many is shown; the file has all. */
const EVERY = 8;

/** The table behind the widths. */
export function CurvesTable({ curves }: { readonly curves: Curves }) {
  const names = [...curves.fractions.keys()];
  const rows = curves.mass.map((m, i) => [m, curves.ctau[i], ...names.map((n) => curves.fractions.get(n)?.[i] ?? 0)]);
  const csv = (): string =>
    [["mass_GeV", "ctau_cm", ...names.map((n) => `BF(${n})`)].map((n) => `"${n}"`), ...rows]
      .map((r) => r.join(","))
      .join("\n");
  return (
    <details>
      <summary>
        {messages.widthsOver} {messages.asTable}
      </summary>
      <button
        type="button"
        onClick={() => {
          save("widths.csv", `${csv()}\n`, "text/csv");
        }}
      >
        CSV
      </button>
      <ScrolledTable
        label={`${messages.widthsOver} ${messages.asTable}`}
        heads={["m (GeV)", "cτ (cm)", ...names.map((n) => particleNames(n))]}
      >
        {rows
          .filter((_, i) => i % EVERY === 0)
          .map((row) => (
            <tr key={row[0]}>
              {row.map((v, i) => (
                <td key={i}>{numberText(v, 3)}</td>
              ))}
            </tr>
          ))}
      </ScrolledTable>
    </details>
  );
}
