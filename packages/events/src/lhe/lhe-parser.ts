import type { LheEvents, LheInit, LheProcess } from "./lhe-events.js";
import { LheColumns } from "./lhe-columns.js";

/** fb in a pb. */
const PB = 1000;

type State = "outside" | "header" | "init" | "event" | "after particles";

/** Parser of Les Houches files that is fed text in pieces and keeps the events read so far. */
export class LheParser {
  #state: State = "outside";
  #rest = "";
  #line = 0;
  #version = "";
  #header: string[] = [];
  #numbers: number[][] = [];
  #init: LheInit | undefined;
  #left = 0;
  #closed = false;
  readonly #columns = new LheColumns();

  /** Number of complete events held. */
  get events(): number {
    return this.#columns.events;
  }

  /** Feed a piece of the file; it may end anywhere. */
  push(text: string): void {
    const whole = this.#rest + text;
    let from = 0;
    for (let to = whole.indexOf("\n"); to >= 0; to = whole.indexOf("\n", from)) {
      this.#take(whole.slice(from, to));
      from = to + 1;
    }
    this.#rest = whole.slice(from);
  }

  /** End of the file. @throws RangeError when it ends early. */
  end(): void {
    if (this.#rest !== "") this.push("\n");
    if (!this.#closed) {
      if (this.#version === "") this.#fail("not a Les Houches file: no <LesHouchesEvents>");
      this.#fail(this.#state === "outside" ? "ends before </LesHouchesEvents>" : `ends inside <${this.#tagName()}>`);
    }
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
    throw new RangeError(`readLhe: line ${this.#line}: ${message}`);
  }

  #take(raw: string): void {
    this.#line++;
    const line = raw.trim();
    if (this.#state === "header") {
      if (line.startsWith("</header")) this.#state = "outside";
      else this.#header.push(raw.endsWith("\r") ? raw.slice(0, -1) : raw);
      return;
    }
    if (line === "" || line.startsWith("#")) return;
    if (line.startsWith("<")) this.#tag(line);
    else if (this.#state === "init") this.#numbers.push(this.#parse(line));
    else if (this.#state === "event") this.#particle(line);
    else if (this.#state === "outside" && this.#version === "") this.#fail("not a Les Houches file");
  }

  #tag(line: string): void {
    const name = /^<(\/?[A-Za-z]+)/.exec(line)?.[1] ?? "";
    switch (name) {
      case "LesHouchesEvents":
        this.#version = /version\s*=\s*["']([^"']*)["']/.exec(line)?.[1] ?? "1.0";
        return;
      case "/LesHouchesEvents":
        this.#expect("outside", line);
        this.#closed = true;
        return;
      case "header":
        this.#expect("outside", line);
        this.#state = line.includes("</header") ? "outside" : "header";
        return;
      case "init":
        this.#expect("outside", line);
        this.#state = "init";
        this.#numbers = [];
        return;
      case "/init":
        this.#expect("init", line);
        this.#state = "outside";
        this.#readInit();
        return;
      case "event":
        this.#expect("outside", line);
        if (this.#init === undefined) this.#fail("<event> before <init>");
        this.#state = "event";
        this.#left = -1;
        return;
      case "/event":
        if (this.#state !== "after particles") this.#fail(`</event> where ${this.#missing()}`);
        this.#columns.close();
        this.#state = "outside";
        return;
      case "wgt":
        if (this.#state === "after particles") this.#weight(line);
        return;
      default:
        if (this.#version === "") this.#fail("not a Les Houches file");
    }
  }

  #expect(state: State, line: string): void {
    if (this.#version === "") this.#fail("not a Les Houches file");
    if (this.#state !== state) this.#fail(`${line} inside <${this.#tagName()}>`);
  }

  #tagName(): string {
    return this.#state === "after particles" ? "event" : this.#state;
  }

  #missing(): string {
    if (this.#state !== "event") return "no event is open";
    return this.#left < 0 ? "the event has no numbers" : `${this.#left} more particles should stand`;
  }

  #parse(line: string): number[] {
    return line.split(/\s+/).map((field) => {
      // Fortran may write the exponent with D.
      const value = Number(field.replace(/[dD]/, "e"));
      if (Number.isNaN(value)) this.#fail(`"${field}" is not a number`);
      return value;
    });
  }

  #readInit(): void {
    const [beams, ...lines] = this.#numbers;
    if (this.#numbers.length === 0 || beams.length < 10) this.#fail("<init> must begin with ten numbers");
    const [id1, id2, e1, e2, g1, g2, s1, s2, strategy, processes] = beams;
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
        return { crossSection: value * PB, error: error * PB, maximum: maximum * unit, id };
      }),
    };
    this.#columns.unit = unit;
  }

  #particle(line: string): void {
    const numbers = this.#parse(line);
    if (this.#left < 0) {
      if (numbers.length < 6) this.#fail(`an event begins with six numbers, got ${numbers.length}`);
      if (!(Number.isInteger(numbers[0]) && numbers[0] > 0)) {
        this.#fail(`an event needs a positive number of particles, got ${numbers[0]}`);
      }
      this.#columns.open(numbers);
      this.#left = numbers[0];
      return;
    }
    if (numbers.length < 13) this.#fail(`a particle has 13 numbers, got ${numbers.length}`);
    const total = this.#columns.size;
    if (!(numbers[2] >= 0 && numbers[2] <= total && numbers[3] >= 0 && numbers[3] <= total)) {
      this.#fail(`mothers must be 0 to ${total}, got ${numbers[2]} and ${numbers[3]}`);
    }
    this.#columns.add(numbers);
    if (--this.#left === 0) this.#state = "after particles";
  }

  #weight(line: string): void {
    const match = /^<wgt\s+id\s*=\s*["']?([^"'>\s]+)["']?\s*>\s*(\S+)\s*<\/wgt>/.exec(line);
    if (match === null) this.#fail("cannot read <wgt>");
    this.#columns.named(match[1], this.#parse(match[2])[0]);
  }
}
