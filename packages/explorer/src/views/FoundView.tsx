import { luminosityText } from "@belladonna/limits";
import { save } from "../exports/save.js";
import { limitFiles } from "../exports/texts.js";
import { attempt } from "../state/attempt.js";
import type { Found } from "../search/ask.js";
import { commandText } from "../search/command-text.js";
import type { HereRow } from "../search/here-rows.js";
import { rowDrawing } from "../search/row-drawing.js";
import { messages } from "../text/messages.js";
import { factorText, numberText, percentText } from "../text/number-text.js";
import { CutFlows } from "./CutFlows.js";
import { Heads } from "./Heads.js";
import { Words } from "./Marks.js";

const { here: words } = messages;

/** Size of a limit's drawing, px. */
const WIDTH = 560;
const HEIGHT = 74;

/** What a run gave: each limit drawn and in a table, notes, cut flows, the same on the command line. */
export function FoundView({ found }: { readonly found: Found }) {
  const { wish, rows, flows, notes, seconds } = found;
  const at = luminosityText(wish.luminosity);
  const files = async (): Promise<void> => {
    const { zipped } = await import("../exports/zip.js");
    save(`${wish.search}.zip`, zipped(limitFiles(found.limits, "json")), "application/zip");
  };
  return (
    <div class="found">
      <p>{words.took(numberText(wish.mass), at, wish.events, wish.seed, seconds.toFixed(1))}</p>
      {rows.map((row) => (
        <Picture key={`${row.name} ${row.mass}`} row={row} />
      ))}
      <p class="remark">{words.legend}</p>
      <Rows rows={rows} />
      {notes.map((note) => (
        <p key={note} class="remark">
          {note}
        </p>
      ))}
      <div class="tools">
        <button
          type="button"
          onClick={() => {
            attempt(files);
          }}
        >
          {words.take}
        </button>
      </div>
      <CutFlows flows={flows} />
      <details>
        <summary>{words.command}</summary>
        <pre tabindex={0}>{commandText(wish)}</pre>
      </details>
    </div>
  );
}

/** One limit: bands, expected, pseudo-data, published. */
function Picture({ row }: { readonly row: HereRow }) {
  const drawn = rowDrawing(row, 8, WIDTH - 8);
  if (drawn === undefined) return null;
  const { two, one, median, pseudo, published, ticks } = drawn;
  const [top, bottom] = [22, 46];
  const middle = (top + bottom) / 2;
  return (
    <svg class="chart here" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentenceOf(row)}>
      <text x={8} y={10} dy="0.35em" font-size={13} class="ink-text">
        <Words text={row.axis} size={13} />
      </text>
      {two && <rect class="two" x={two[0]} width={two[1]} y={top} height={bottom - top} />}
      {one && <rect class="one" x={one[0]} width={one[1]} y={top} height={bottom - top} />}
      <path class="frame" d={`M8,${bottom}H${WIDTH - 8}`} />
      {median !== undefined && <path class="median" d={`M${median},${top - 3}V${bottom + 3}`} />}
      {pseudo !== undefined && <circle class="ink" cx={pseudo} cy={middle} r={5} />}
      {published !== undefined && <path class="published" d={`M${published - 7},${middle}l7,-7l7,7l-7,7z`} />}
      {ticks.map(({ at, text }) => (
        <g key={text}>
          <path class="frame" d={`M${at},${bottom}v5`} />
          <text x={at} y={bottom + 15} dy="0.35em" text-anchor="middle" font-size={12} class="ink-text">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

function sentenceOf({ process, mass, median, one, pseudo, published }: HereRow): string {
  const parts = [
    `${words.expected} ${numberText(median, 3)} (${numberText(one[0], 3)} – ${numberText(one[1], 3)})`,
    `${words.pseudo} ${numberText(pseudo, 3)}`,
    `${words.published} ${numberText(published, 3)}`,
  ];
  return `${process}, ${numberText(mass)} GeV: ${parts.join("; ")}`;
}

function Rows({ rows }: { readonly rows: readonly HereRow[] }) {
  const many = new Set(rows.map((r) => r.mass)).size > 1;
  const band = ([low, high]: readonly [number, number]): string => `${numberText(low, 3)} – ${numberText(high, 3)}`;
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label={words.title}>
        <table class="here-table">
          <thead>
            <Heads
              names={[
                words.limit,
                ...(many ? [words.mass] : []),
                words.expected,
                words.one,
                words.two,
                words.pseudo,
                words.published,
                words.ratio,
                words.efficiency,
                words.background,
              ]}
            />
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.name} ${row.mass}`}>
                <th scope="row">{row.name}</th>
                {many && <td>{numberText(row.mass)}</td>}
                <td>{numberText(row.median)}</td>
                <td>{band(row.one)}</td>
                <td>{band(row.two)}</td>
                <td>{numberText(row.pseudo)}</td>
                <td>
                  {numberText(row.published)} {row.publishedBy}
                </td>
                <td>{Number.isNaN(row.ratio) ? "–" : factorText(row.ratio)}</td>
                <td>{Number.isNaN(row.efficiency) ? "–" : percentText(row.efficiency)}</td>
                <td>{numberText(row.background, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.some((r) => Number.isNaN(r.ratio)) && <p class="remark">{words.notComparable}</p>}
    </>
  );
}
