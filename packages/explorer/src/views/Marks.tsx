import { textPieces } from "@belladonna/plot";
import type { LabelLayout, MarkLayout } from "@belladonna/limits/plot";
import { layout } from "../plane/layout.js";
import { drawn } from "../plane/shown.js";
import { hovered } from "../state/store.js";

/** The limits and their labels: drawn again only when the layout changes, not when the point moves. */
export function Marks() {
  const plan = layout.value;
  if (plan === undefined) return null;
  const { box } = plan;
  return (
    <g class="marks">
      <rect class="paper" x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} />
      <defs>
        <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0,0V7" class="hatch" />
        </pattern>
      </defs>
      {plan.marks.map((m) => (
        <Mark key={`${m.id} ${m.entry}`} mark={m} kind={kindOf(m)} />
      ))}
      {plan.labels.map((l) => (
        <Label key={l.text} label={l} size={plan.labelSize} />
      ))}
      {plan.points.map((p, i) => (
        <circle key={i} cx={p.x} cy={p.y} r={2.4} class="ink" />
      ))}
    </g>
  );
}

/** What a limit is, as far as its look tells it: recasts are hatched, the own one is thick. */
function kindOf({ entry, id }: MarkLayout): string {
  if (id === "own") return "own";
  return drawn.value[entry]?.limit.kind === "recast" ? "recast" : "";
}

interface MarkProps {
  readonly mark: MarkLayout;
  readonly kind: string;
}

function Mark({ mark: { id, style, color, fill, line, spread, bands }, kind }: MarkProps) {
  return (
    <g
      class={`mark ${style} ${kind}`}
      data-id={id}
      style={{ "--c": color }}
      onPointerEnter={() => (hovered.value = id)}
      onPointerLeave={() => (hovered.value = "")}
    >
      {bands && (
        <>
          <path d={bands.two} class="two" />
          <path d={bands.one} class="one" />
          <path d={bands.median} class="median" />
        </>
      )}
      {fill !== "" && <path d={fill} class="fill" />}
      {fill !== "" && kind === "recast" && <path d={fill} class="hatched" />}
      {spread !== "" && <path d={spread} class="spread" />}
      {line !== "" && <path d={line} class="line" />}
    </g>
  );
}

function Label({
  label: { text, x, y, color, leader, ids },
  size,
}: {
  readonly label: LabelLayout;
  readonly size: number;
}) {
  return (
    <g class="label" style={{ "--c": color }}>
      {leader && <path d={`M${leader[0].join(",")}L${leader[1].join(",")}`} class="leader" />}
      <text
        x={x}
        y={y}
        dy="0.35em"
        font-size={size}
        text-anchor="middle"
        onPointerEnter={() => (hovered.value = ids[0])}
        onPointerLeave={() => (hovered.value = "")}
        data-card={ids[0]}
      >
        <Words text={text} size={size} />
      </text>
    </g>
  );
}

/** A text whose indices, exponents and symbols are set as such. */
export function Words({ text, size }: { readonly text: string; readonly size: number }) {
  const pieces = textPieces(text);
  return (
    <>
      {pieces.map(({ words, size: part, down, italic }, i) => (
        <tspan
          key={i}
          dy={i === 0 ? undefined : down * size}
          font-size={part * size}
          font-style={italic ? "italic" : undefined}
        >
          {words}
        </tspan>
      ))}
    </>
  );
}
