import { requireOptions } from "@belladonna/numerics";
import type { LheEvents, LheInit, LheProcess } from "./lhe-events.js";
import { LheColumns } from "./lhe-columns.js";
import { lheNumber, particleFault } from "./lhe-numbers.js";
import { attribute, LheScanner } from "./lhe-scanner.js";
import { weightNames } from "./lhe-weights.js";

/** fb in a pb. */
const PB = 1000;

/** Deepest nesting of elements in a block. */
const DEEPEST = 64;

/** How a Les Houches file is read. */
export interface ReadLheOptions {
  /**
   * Greatest $|E^2 - p^2 - m^2| / E^2$ of a particle, 0.1 by default: generators print few digits, people fewer, and some leave
   * light quarks massless; `Infinity` takes everything.
   */
  readonly massShell?: number;
}

type Block = "none" | "header" | "init" | "event";

/** Parser of Les Houches files that is fed text in pieces and keeps the events read so far. */
export class LheParser {
  readonly #scanner: LheScanner;
  readonly #massShell: number;
  readonly #columns = new LheColumns();
  #block: Block = "none";
  /** Elements inside a block that are open, innermost last; text in them is not the block's own. */
  #elements: string[] = [];
  #root: "before" | "inside" | "after" = "before";
  #version = "";
  #header: string[] = [];
  #names: string[] | undefined;
  #numbers: number[][] = [];
  #init: LheInit | undefined;
  /** Particles still to come, −1 before the event's own numbers. */
  #left = 0;
  #weightId = "";
  #ordered: number[] = [];

  constructor(options: ReadLheOptions = {}) {
    requireOptions("readLhe", options, ["massShell"]);
    const { massShell = 0.1 } = options;
    if (!(massShell > 0)) throw new RangeError(`readLhe: massShell must be > 0, got ${massShell}`);
    this.#massShell = massShell;
    this.#scanner = new LheScanner({
      tag: (name, attributes, open) => {
        this.#tag(name, attributes, open);
      },
      text: (text) => {
        this.#text(text);
      },
      header: (line) => this.#header.push(line),
      fail: (message) => this.#fail(message),
    });
  }

  /** Number of complete events held. */
  get events(): number {
    return this.#columns.events;
  }

  /** Feed a piece of the file; it may end anywhere. */
  push(text: string): void {
    this.#scanner.push(text);
  }

  /** End of the file. @throws RangeError when it ends early. */
  end(): void {
    const open = this.#scanner.end();
    if (this.#root === "before") this.#fail("not a Les Houches file: no <LesHouchesEvents>");
    if (this.#block !== "none") this.#fail(`ends inside <${this.#block}>`);
    if (open !== undefined) this.#fail(`ends inside a ${open}`);
    if (this.#root === "inside") this.#fail("ends before </LesHouchesEvents>");
    if (this.#init === undefined) this.#fail("has no <init> block");
  }

  /** The events held; they are dropped from the parser. */
  take(): LheEvents {
    const init = this.#init;
    if (init === undefined) this.#fail("has no <init> block before its first event");
    const squares = init.processes.reduce((sum, { error }) => sum + error * error, 0);
    return {
      ...this.#columns.take(),
      version: this.#version,
      header: this.#header.join("\n"),
      init,
      crossSection: {
        value: init.processes.reduce((sum, { crossSection }) => sum + crossSection, 0),
        error: Math.sqrt(squares),
      },
    };
  }

  #fail(message: string): never {
    throw new RangeError(`readLhe: line ${this.#scanner.line}: ${message}`);
  }

  #tag(name: string, attributes: string, open: boolean): void {
    if (name === "LesHouchesEvents") {
      if (this.#root !== "before") this.#fail("a second <LesHouchesEvents>: joined files must be read one by one");
      this.#root = "inside";
      this.#version = attribute(attributes, "version") ?? "1.0";
      return;
    }
    if (this.#root === "before") this.#fail("not a Les Houches file");
    if (this.#root === "after") this.#fail(`<${name}> after </LesHouchesEvents>`);
    switch (name) {
      case "/LesHouchesEvents":
        this.#expectNone(name);
        this.#root = "after";
        return;
      case "header":
      case "init":
      case "event":
        this.#expectNone(name);
        if (open) this.#begin(name);
        return;
      case "/header":
      case "/init":
      case "/event":
        if (this.#block !== name.slice(1)) this.#fail(`<${name}> where no <${name.slice(1)}> is open`);
        this.#finish();
        return;
      default:
        if (name.startsWith("/")) this.#closeElement(name.slice(1));
        else if (open) this.#openElement(name, attributes);
    }
  }

  #expectNone(name: string): void {
    if (this.#block !== "none") this.#fail(`<${name}> inside <${this.#block}>`);
  }

  #begin(block: Block): void {
    if (block === "event" && this.#init === undefined) this.#fail("<event> before <init>");
    if (block === "init" && this.#init !== undefined) this.#fail("a second <init>");
    this.#block = block;
    this.#elements = [];
    this.#numbers = [];
    this.#left = -1;
  }

  #finish(): void {
    if (this.#block === "init") this.#readInit();
    if (this.#block === "event") {
      if (this.#left < 0) this.#fail("</event> where the event has no numbers");
      if (this.#left > 0) this.#fail(`</event> where ${this.#left} more particles should stand`);
      this.#columns.close();
    }
    this.#block = "none";
  }

  #openElement(name: string, attributes: string): void {
    if (this.#elements.length === DEEPEST) this.#fail(`elements are nested deeper than ${DEEPEST}`);
    this.#elements.push(name);
    if (this.#block !== "event" || (name !== "wgt" && name !== "weights")) return;
    this.#ordered = [];
    if (name === "weights") return;
    const id = attribute(attributes, "id");
    if (id === undefined) this.#fail("<wgt> has no id");
    this.#weightId = id;
  }

  #closeElement(name: string): void {
    const at = this.#elements.lastIndexOf(name);
    if (at >= 0) this.#elements.length = at;
    if (this.#block !== "event") return;
    if (name === "wgt") {
      if (this.#ordered.length !== 1) this.#fail(`<wgt> must hold one number, got ${this.#ordered.length}`);
      this.#columns.named(this.#weightId, this.#ordered[0]);
    } else if (name === "weights") this.#nameWeights();
  }

  /** The numbers of `<weights>` belong to the ids of `<initrwgt>`, in its order; numbered from 1 where there are none. */
  #nameWeights(): void {
    this.#names ??= weightNames(this.#header.join("\n"));
    const names = this.#names.length > 0 ? this.#names : this.#ordered.map((_, i) => String(i + 1));
    if (names.length !== this.#ordered.length) {
      this.#fail(`<weights> holds ${this.#ordered.length} numbers, <initrwgt> names ${names.length}`);
    }
    this.#ordered.forEach((weight, i) => {
      this.#columns.named(names[i], weight);
    });
  }

  #text(text: string): void {
    if (this.#root === "before") this.#fail("not a Les Houches file");
    if (this.#root === "after") this.#fail(`"${text.slice(0, 40)}" after </LesHouchesEvents>`);
    const element = this.#elements.at(-1);
    if (element !== undefined) {
      if (this.#block !== "event" || (element !== "wgt" && element !== "weights")) return;
      for (const weight of this.#parse(text)) this.#ordered.push(weight);
    } else if (this.#block === "init") this.#numbers.push(this.#parse(text));
    else if (this.#block === "event") this.#particle(text);
    else this.#fail(`"${text.slice(0, 40)}" stands outside <init> and <event>`);
  }

  #parse(text: string): number[] {
    return text.split(/\s+/).map((field) => lheNumber(field) ?? this.#fail(`"${field.slice(0, 40)}" is not a number`));
  }

  #readInit(): void {
    const [beams, ...lines] = this.#numbers;
    if (this.#numbers.length === 0 || beams.length < 10) this.#fail("<init> must begin with ten numbers");
    const [id1, id2, e1, e2, g1, g2, s1, s2, strategy, processes] = beams;
    if (!(Number.isInteger(id1) && Number.isInteger(id2))) this.#fail(`beams must be PDG numbers, got ${id1}, ${id2}`);
    if (!(e1 >= 0 && e2 >= 0)) this.#fail(`energies of the beams must be >= 0, got ${e1} and ${e2}`);
    if (![1, 2, 3, 4].includes(Math.abs(strategy))) this.#fail(`IDWTUP must be ±1 to ±4, got ${strategy}`);
    if (lines.length !== processes) this.#fail(`<init> promises ${processes} processes, gives ${lines.length}`);
    const unit = Math.abs(strategy) === 3 ? 1 : PB;
    this.#init = {
      beamId: [id1, id2],
      beamEnergy: [e1, e2],
      pdfGroup: [g1, g2],
      pdfSet: [s1, s2],
      strategy,
      processes: lines.map((numbers): LheProcess => {
        if (numbers.length < 4) this.#fail("a process of <init> needs four numbers");
        const [value, error, maximum, id] = numbers;
        if (!(error >= 0)) this.#fail(`the error of a cross section must be >= 0, got ${error}`);
        return { crossSection: value * PB, error: error * PB, maximum: maximum * unit, id };
      }),
    };
    this.#columns.unit = unit;
  }

  #particle(text: string): void {
    if (this.#left === 0) {
      // Generators add lines of their own after the particles; one more particle is a wrong NUP.
      const fields = text.split(/\s+/);
      if (fields.length < 13 || fields.some((field) => lheNumber(field) === undefined)) return;
      this.#fail(`a particle more than the ${this.#columns.size} that the event promises`);
    }
    const numbers = this.#parse(text);
    if (this.#left < 0) {
      if (numbers.length < 6) this.#fail(`an event begins with six numbers, got ${numbers.length}`);
      const [size, process] = numbers;
      if (!(Number.isInteger(size) && size > 0)) {
        this.#fail(`an event needs a positive number of particles, got ${size}`);
      }
      if (!Number.isInteger(process)) this.#fail(`IDPRUP must be an integer, got ${process}`);
      this.#columns.open(numbers);
      this.#left = size;
      return;
    }
    if (numbers.length < 13) this.#fail(`a particle has 13 numbers, got ${numbers.length}`);
    const total = this.#columns.size;
    const fault = particleFault(numbers, total - this.#left + 1, total, this.#massShell);
    if (fault !== undefined) this.#fail(fault);
    this.#columns.add(numbers);
    this.#left--;
  }
}
