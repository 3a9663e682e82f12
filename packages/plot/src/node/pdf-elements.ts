import type { Element, Node } from "@xmldom/xmldom";

type Document = PDFKit.PDFDocument;

/** Attributes that what is inside takes over. */
interface Inherited {
  readonly fill: string;
  readonly "font-size": string;
}

/** Slant of symbols, degrees: that of DejaVu Sans Oblique. */
const SLANT = 11;

const number = (of: Element, name: string, otherwise = 0): number => {
  const given = of.getAttribute(name);
  return given === null || given === "" ? otherwise : Number(given);
};

/** Draws an element of a figure. */
export function paintElement(to: Document, element: Element, inherited: Inherited): void {
  const name = element.localName ?? "";
  if (name === "metadata") return;
  if (name === "text") {
    paintText(to, element, inherited);
    return;
  }
  const outline = outlines[name] as ((to: Document, element: Element) => void) | undefined;
  if (outline === undefined) {
    throw new RangeError(`svgToPdf: elements must be rect, circle, path or text, got <${element.tagName}>`);
  }
  if (element.getAttribute("d") === "") return;
  paintShape(to, element, inherited, outline);
}

/** Lays out a shape, which is then filled and stroked. */
const outlines: Readonly<Record<string, (to: Document, element: Element) => void>> = {
  rect: (to, e) => to.rect(number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height")),
  circle: (to, e) => to.circle(number(e, "cx"), number(e, "cy"), number(e, "r")),
  path: (to, e) => to.path(e.getAttribute("d") ?? ""),
};

function paintShape(
  to: Document,
  element: Element,
  { fill: inherited }: Inherited,
  outline: (typeof outlines)[string],
): void {
  const fill = element.getAttribute("fill") ?? inherited;
  const stroke = element.getAttribute("stroke") ?? "none";
  // Colours and strokes are set before the shape: inside of one PDF allows no other words.
  if (fill !== "none") to.fillColor(fill).fillOpacity(number(element, "fill-opacity", 1));
  if (stroke !== "none") {
    const dashes = element.getAttribute("stroke-dasharray");
    to.strokeColor(stroke)
      .strokeOpacity(number(element, "stroke-opacity", 1))
      .lineWidth(number(element, "stroke-width", 1));
    to.lineJoin(element.getAttribute("stroke-linejoin") ?? "miter").undash();
    if (dashes !== null) {
      const [on, off = on] = dashes.split(",").map(Number);
      to.dash(on, { space: off });
    }
  }
  outline(to, element);
  const rule = element.getAttribute("fill-rule") === "evenodd" ? "even-odd" : "non-zero";
  if (fill !== "none" && stroke !== "none") to.fillAndStroke(rule);
  else if (fill !== "none") to.fill(rule);
  else if (stroke !== "none") to.stroke();
}

/** A piece of a text on one line in one size. */
interface Run {
  readonly words: string;
  readonly size: number;
  /** How far below the run before it, px. */
  readonly dy: number;
  readonly italic: boolean;
}

function paintText(to: Document, element: Element, inherited: Inherited): void {
  const size = number(element, "font-size", Number(inherited["font-size"]));
  const runs = runsOf(element, size);
  to.font(element.getAttribute("font-weight") === "bold" ? "bold" : "regular");
  const widths = runs.map(({ words, size: one }) => to.fontSize(one).widthOfString(words));
  const share = { start: 0, middle: 0.5, end: 1 }[element.getAttribute("text-anchor") ?? "start"] ?? 0;
  const fill = element.getAttribute("fill") ?? inherited.fill;
  const halo = element.getAttribute("paint-order") === "stroke" ? element.getAttribute("stroke") : null;
  to.save();
  transform(to, element.getAttribute("transform") ?? "");
  // White around the letters comes first, so that it lies under them.
  for (const pass of halo === null ? (["fill"] as const) : (["stroke", "fill"] as const)) {
    let x = number(element, "x") - share * widths.reduce((sum, w) => sum + w, 0);
    let y = number(element, "y");
    if (pass === "stroke") {
      to.strokeColor(halo ?? "white").strokeOpacity(number(element, "stroke-opacity", 1));
      to.lineWidth(number(element, "stroke-width", 1))
        .lineJoin("round")
        .undash();
    } else to.fillColor(fill).fillOpacity(1);
    runs.forEach(({ words, size: one, dy, italic }, i) => {
      y += dy;
      const look = {
        lineBreak: false,
        baseline: "alphabetic",
        fill: pass === "fill",
        stroke: pass === "stroke",
      } as const;
      to.fontSize(one).text(words, x, y, italic ? { ...look, oblique: SLANT } : look);
      x += widths[i];
    });
  }
  to.restore();
}

function runsOf(element: Element, size: number): Run[] {
  const down = (of: Element): number => {
    const dy = of.getAttribute("dy") ?? "0";
    return dy.endsWith("em") ? size * Number(dy.slice(0, -2)) : Number(dy);
  };
  const italic = (of: Element): boolean => of.getAttribute("font-style") === "italic";
  const children = Array.from(element.childNodes);
  if (!children.some(isElement)) {
    return [{ words: element.textContent ?? "", size, dy: down(element), italic: italic(element) }];
  }
  // The first piece says itself how far down it lies, and the text does not.
  return children.filter(isElement).map((part) => {
    return {
      words: part.textContent ?? "",
      size: number(part, "font-size", size),
      dy: down(part),
      italic: italic(part),
    };
  });
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

/** Moves and turns the page as `translate(x,y)` and `rotate(degrees)` say. */
function transform(to: Document, text: string): void {
  for (const [, name, list] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b = 0] = list.split(",").map(Number);
    if (name === "translate") to.translate(a, b);
    else if (name === "rotate") to.rotate(a);
    else throw new RangeError(`svgToPdf: a text may be moved by translate and rotate, got "${name}"`);
  }
}
