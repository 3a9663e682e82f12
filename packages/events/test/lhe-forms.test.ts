// What other programs write into Les Houches files, and what none should.
import { describe, expect, it } from "vitest";
import { readLhe, writeLhe } from "../src/index.js";
import type { LheEvents } from "../src/index.js";

const { TextEncoder, Blob, CompressionStream } = globalThis as unknown as {
  TextEncoder: new () => { encode(text: string): Uint8Array };
  Blob: new (parts: Uint8Array[]) => { stream(): { pipeThrough(by: unknown): ReadableStream } };
  CompressionStream: new (format: "gzip") => unknown;
};
type ReadableStream = Parameters<typeof readLhe>[0] & object;

const particles = `11 -1 0 0 0 0 0 0 5.29 5.29 0.000511 0 1
-11 -1 0 0 0 0 0 0 -5.29 5.29 0.000511 0 -1
22 1 1 2 0 0 0 5.29 0 5.29 0 0 9
22 1 1 2 0 0 0 -5.29 0 5.29 0 0 9`;

interface Parts {
  before?: string;
  header?: string;
  init?: string;
  lines?: string;
  after?: string;
  end?: string;
}

/** A file of one event with the parts given. */
function file({ before = "", header = "", init = "", lines = particles, after = "", end = "" }: Parts = {}): string {
  return `${before}<LesHouchesEvents version="3.0">
${header}<init>
11 -11 5.29 5.29 0 0 0 0 -4 1
1.5 0.1 1.5 7
${init}</init>
<event>
4 7 1.5 10.58 0.0073 0.12
${lines}
${after}</event>
</LesHouchesEvents>
${end}`;
}

const initrwgt = `<header>
<initrwgt>
<weight id="a"> central </weight>
<weightgroup name='scale' combine="a > b"><weight id='b &amp; c'
 muR="2"> twice </weight></weightgroup>
</initrwgt>
</header>
`;

/** Numbers of the event that all files here have. */
function sameEvent(events: LheEvents): void {
  expect(events.length).toBe(1);
  expect([...events.particles.pdgId]).toEqual([11, -11, 22, 22]);
  expect([...events.particles.e]).toEqual([5.29, 5.29, 5.29, 5.29]);
  expect([...events.weights]).toEqual([1500]);
}

describe("forms of XML", () => {
  it.each<[string, Parts]>([
    ["nothing special", {}],
    ["a declaration and a comment of several lines in front", { before: '<?xml version="1.0"?>\n<!-- by\nhand -->\n' }],
    ["a doctype", { before: "<!DOCTYPE LesHouchesEvents>\n" }],
    ["a comment between blocks", { header: "<!-- one\n<init> of\nmany -->\n" }],
    ["a comment inside the event", { lines: particles.replace("\n22", "\n<!-- two\nphotons --> 22") }],
    [
      "a generator in several lines",
      { init: "<generator name='G' version='1'>\nwith text of its own, 3 words\n</generator>\n" },
    ],
    ["lines of its own after particles", { after: "# 1 2 3 <odd\nnot a number\n<scales muf='9.1' />\n" }],
    ["unknown elements with numbers", { after: "<mgrwt>\n<rscale>  2 0.91E+02</rscale>\n</mgrwt>\n" }],
    [
      "cards with brackets in the header",
      { header: "<header>\n# a < b\n<MG5ProcCard>\nif x<y\n</MG5ProcCard>\n</header>\n" },
    ],
    ["a header in one line", { header: "<header> by hand </header>\n" }],
    ["Windows line ends", { header: "\r\n", lines: particles.replaceAll("\n", "\r\n") }],
    ["a comment at the end", { end: "<!-- made\nlast -->\n\n# and this\n" }],
  ])("reads %s", (_, parts) => {
    sameEvent(readLhe(file(parts)));
  });

  it("reads everything in one line where tags end it", () => {
    const text = file()
      .replace("<event>\n4", "<event> 4")
      .replace("\n</event>\n", "</event>")
      .replace("</init>\n", "</init>");
    sameEvent(readLhe(text));
  });
});

describe("weights", () => {
  it.each([
    ["in one line", "<weights> 1.5 3.0 </weights>\n"],
    ["over lines", "<weights>\n1.5\n3.0\n</weights>\n"],
    ["by id, several a line", `<rwgt><wgt id="a">1.5</wgt><wgt id='b &amp; c' > 3.0 </wgt></rwgt>\n`],
    ["by id, over lines", `<rwgt>\n<wgt\nid="a">\n1.5\n</wgt><wgt id='b &amp; c'> +3.0D0 </wgt>\n</rwgt>\n`],
  ])("are named when they stand %s, and kept on writing", (_, after) => {
    const events = readLhe(file({ header: initrwgt, after }));
    expect(events.namedWeights).toEqual({ a: Float64Array.of(1500), "b & c": Float64Array.of(3000) });
    expect(readLhe(writeLhe(events))).toEqual(events);
  });

  it("are counted from 1 where nothing names them", () => {
    const events = readLhe(file({ after: "<weights>1.5 3</weights>\n" }));
    expect(events.namedWeights).toEqual({ 1: Float64Array.of(1500), 2: Float64Array.of(3000) });
    expect(readLhe(writeLhe(events))).toEqual(events);
  });

  it.each([
    ["more weights than names", "<weights>1 2 3</weights>", "line 19: <weights> holds 3 numbers, <initrwgt> names 2"],
    ["two numbers in one weight", '<wgt id="a">1 2</wgt>', "<wgt> must hold one number, got 2"],
    ["a weight without a name", "<wgt>1</wgt>", "<wgt> has no id"],
    ["a weight that is none", '<wgt id="a">NaN</wgt>', '"NaN" is not a number'],
  ])("are refused for %s", (_, after, message) => {
    expect(() => readLhe(file({ header: initrwgt, after: `${after}\n` }))).toThrow(message);
  });
});

describe("what no file should hold", () => {
  const photon = "22 1 1 2 0 0 0 5.29 0 5.29 0 0 9";
  it.each([
    ["hexadecimal", "22 1 1 2 0 0 0 0x10 0 5.29 0 0 9", '"0x10" is not a number'],
    ["a number beyond all doubles", "22 1 1 2 0 0 0 5.29 0 1e999 0 0 9", '"1e999" is not a number'],
    ["infinity", "22 1 1 2 0 0 0 5.29 0 Infinity 0 0 9", '"Infinity" is not a number'],
    ["a broken status", "22 300 1 2 0 0 0 5.29 0 5.29 0 0 9", "a status must be one of -1, 1, -2, 2, 3, -9, got 300"],
    ["a PDG number in parts", "11.7 1 1 2 0 0 0 5.29 0 5.29 0 0 9", "a PDG number must be an integer, got 11.7"],
    ["a PDG number of 2³²", "4294967318 1 1 2 0 0 0 5.29 0 5.29 0 0 9", "a PDG number must be an integer"],
    ["a mother in parts", "22 1 1.5 2 0 0 0 5.29 0 5.29 0 0 9", "mothers must be 0 to 4, got 1.5 and 2"],
    ["a particle that is its own mother", "22 1 3 3 0 0 0 5.29 0 5.29 0 0 9", "particle 3 must not be its own mother"],
    ["a negative energy", "22 1 1 2 0 0 0 5.29 0 -5.29 0 0 9", "an energy must be >= 0, got -5.29"],
    ["a particle far off its shell", "22 1 1 2 0 0 0 5.29 0 52.9 0 0 9", "particle 3 is off its mass shell"],
    ["a particle too many", `${photon}\n${photon}`, "a particle more than the 4 that the event promises"],
  ])("is refused with its line: %s", (_, line, message) => {
    expect(() => readLhe(file({ lines: particles.replace(photon, line) }))).toThrow(message);
    expect(() => readLhe(file({ lines: particles.replace(photon, line) }))).toThrow(/^readLhe: line 1[0-3]: /);
  });

  it("takes a mass shell as wide as asked for, and a space-like line in between", () => {
    const off = file({ lines: particles.replace(photon, "22 1 1 2 0 0 0 4.9 0 5.29 0 0 9") });
    expect(() => readLhe(off)).toThrow("mass shell");
    expect(readLhe(off, { massShell: 0.2 }).particles.py[2]).toBe(4.9);
    expect(() => readLhe(off, { massShell: 0 })).toThrow("massShell must be > 0");
    const between = "22 -2 1 0 0 0 0 5.29 0 -1 -5.38 0 9";
    expect(readLhe(file({ lines: particles.replace(photon, between) })).particles.e[2]).toBe(-1);
  });

  it.each([
    ["a second file", file() + file(), "a second <LesHouchesEvents>: joined files must be read one by one"],
    ["text after the end", file({ end: "the end\n" }), '"the end" after </LesHouchesEvents>'],
    ["an event after the end", file({ end: "<event>\n" }), "<event> after </LesHouchesEvents>"],
    ["an event without its tag", file({ end: "" }).replace("<event>\n", ""), "stands outside <init> and <event>"],
    ["an open comment", file({ end: "<!-- and" }), "ends inside a comment"],
    ["an event in an event", file({ after: "<event>\n" }), "<event> inside <event>"],
    ["two init blocks", file({ header: "<init>\n1 1 1 1 0 0 0 0 3 0\n</init>\n" }), "a second <init>"],
    ["an unknown strategy", file().replace("-4 1", "7 1"), "IDWTUP must be ±1 to ±4, got 7"],
    ["a negative beam", file().replace("5.29 5.29 0 0 0 0 -4", "-5.29 5.29 0 0 0 0 -4"), "energies of the beams"],
    ["nested elements without end", file({ after: "<a>".repeat(1e5) }), "elements are nested deeper than 64"],
    ["a bracket that is no tag", file({ after: "< 1>\n" }), '"< 1>" is no tag'],
  ])("is refused: %s", (_, text, message) => {
    expect(() => readLhe(text)).toThrow(message);
  });

  it("is refused when a gzipped line never ends, long before memory does", async () => {
    const bytes = new TextEncoder().encode(file({ header: "<header>\n" + "x".repeat(3e7) }));
    const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    await expect(readLhe(zipped)).rejects.toThrow("line 3: a line or tag has more than 1000000 characters");
  });

  it("does not slow down with many lines in a header, a tag or the weights", () => {
    const many = "x\n".repeat(2e5);
    expect(readLhe(file({ header: `<header>\n${many}</header>\n` })).header).toBe(many.slice(0, -1));
    sameEvent(readLhe(file({ after: `<scales a="${many}"/>\n` })));
    const ids = Array.from({ length: 2e4 }, (_, i) => `<wgt id="w${i}">1</wgt>`).join("");
    expect(Object.keys(readLhe(file({ after: `${ids}\n` })).namedWeights)).toHaveLength(2e4);
  });
});
