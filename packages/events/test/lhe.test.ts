import { describe, expect, it } from "vitest";
import { alp } from "@belladonna/models";
import { gammaX, generate, readLhe, readLheBlocks, writeLhe } from "../src/index.js";
import type { ByteStream, LheEvents } from "../src/index.js";
import indexText from "./data/lhe/index.json?raw";

// MadGraph5_aMC@NLO 3.5.7 files, gzipped, as data URLs: readable in Node and in a browser.
const files = import.meta.glob<string>("./data/lhe/*.lhe.gz", { query: "?url&inline", import: "default", eager: true });
const index = JSON.parse(indexText) as Record<
  string,
  { file: string; nevents: number; xsec_pb: number; xsec_err_pb: number; ebeam1: number; ebeam2: number }
>;

const { atob, TextEncoder, Blob } = globalThis as unknown as {
  atob: (text: string) => string;
  TextEncoder: new () => { encode(text: string): Uint8Array };
  Blob: new (parts: Uint8Array[]) => { stream(): ByteStream };
};

function bytes(file: string): Uint8Array {
  const url = files[`./data/lhe/${file}`];
  return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (c) => c.charCodeAt(0));
}

/** Bytes as a stream in pieces of the given size. */
async function* pieces(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < data.length; i += size) {
    await Promise.resolve();
    yield data.subarray(i, i + size);
  }
}

const entries = Object.values(index);

/** A file of one event, for breaking. */
const small = `<LesHouchesEvents version="3.0">
<init>
11 -11 5.29 5.29 0 0 0 0 -4 1
1.5 0.1 1.5 7
</init>
<event>
3 7 1.5 10.58 0.0073 0.12
11 -1 0 0 0 0 0 0 5.29 5.29 0.000511 0 1
-11 -1 0 0 0 0 -0.0 0 -5.29 5.29D+00 0.000511 0. -1
 553 1 1 2 0 0 0 0 0 10.58 10.58 0 9
<rwgt>
<wgt id="up"> 2.5 </wgt>
</rwgt>
</event>
</LesHouchesEvents>
`;

describe("readLhe", () => {
  it("has eleven files to read", () => {
    expect(entries).toHaveLength(11);
  });

  it.each(entries)("reads $file: number of events, cross section, beams, balance of momenta", async (entry) => {
    const events = await readLhe(bytes(entry.file));
    expect(events.length).toBe(entry.nevents);
    // The index rounds to four digits; file and index are from the same run.
    expect(Math.abs(events.crossSection.value / 1000 / entry.xsec_pb - 1)).toBeLessThan(5.1e-4);
    expect(Math.abs(events.crossSection.error / 1000 / entry.xsec_err_pb - 1)).toBeLessThan(5.1e-4);
    expect(events.init.beamEnergy).toEqual([entry.ebeam1, entry.ebeam2]);
    const mean = events.weights.reduce((a, b) => a + b, 0) / events.length;
    expect(Math.abs(mean / events.crossSection.value - 1)).toBeLessThan(1e-12);
    const { offsets, particles: p } = events;
    for (let k = 0; k < events.length; k++) {
      let [e, x, y, z] = [0, 0, 0, 0];
      for (let i = offsets[k]; i < offsets[k + 1]; i++) {
        const sign = p.status[i] === 2 ? 0 : p.status[i];
        e += sign * p.e[i];
        x += sign * p.px[i];
        y += sign * p.py[i];
        z += sign * p.pz[i];
      }
      // The beams' momenta are written with a step of 3e-7 GeV.
      for (const rest of [e, x, y, z]) expect(Math.abs(rest)).toBeLessThan(2e-6);
    }
  });

  it.each(entries)("gives back every number of $file after writing and reading", async ({ file }) => {
    const events = await readLhe(bytes(file));
    expect(readLhe(writeLhe(events))).toEqual(events);
  });

  it("reads the same from text, bytes, gzipped bytes and streams in pieces of any size", async () => {
    const zipped = bytes("mumugamma_sm.lhe.gz");
    const events = await readLhe(zipped);
    const text = writeLhe(events);
    const plain = new TextEncoder().encode(text);
    const expected = readLhe(text);
    expect(await readLhe(plain)).toEqual(expected);
    expect(await readLhe(new Blob([plain]).stream())).toEqual(expected);
    for (const size of [1, 7, 65536]) {
      expect(await readLhe(pieces(zipped, size))).toEqual(events);
    }
    expect(await readLhe(pieces(plain, 1009))).toEqual(expected);
  });

  it("goes through a file piece by piece, with the same events in the same order", async () => {
    const zipped = bytes("Aphp_m1_m3_6mu.lhe.gz");
    const whole = await readLhe(zipped);
    const energies: number[] = [];
    let tables = 0;
    for await (const part of readLheBlocks(pieces(zipped, 997), 20)) {
      energies.push(...part.particles.e);
      tables++;
    }
    expect(tables).toBeGreaterThan(1);
    expect(energies).toEqual([...whole.particles.e]);
  });

  it("follows decay chains: each A' and h' is the sum of its daughters", async () => {
    const { length, offsets, particles: p } = await readLhe(bytes("Aphp_m1_m3_6mu.lhe.gz"));
    for (let k = 0; k < length; k++) {
      for (let i = offsets[k]; i < offsets[k + 1]; i++) {
        if (p.status[i] !== 2) continue;
        let e = 0;
        for (let j = i + 1; j < offsets[k + 1]; j++) if (p.mother[j] === i - offsets[k]) e += p.e[j];
        expect(Math.abs(e - p.e[i])).toBeLessThan(1e-6);
      }
    }
  });

  it("reads Fortran exponents, named weights, negative zeros, event information", () => {
    const events = readLhe(small);
    expect(events.particles.e[1]).toBe(5.29);
    expect(Object.is(events.particles.px[1], -0)).toBe(true);
    expect([...events.weights]).toEqual([1500]);
    expect([...events.namedWeights.up]).toEqual([2500]);
    expect([...events.info.process]).toEqual([7]);
    expect(events.info.alphaQcd[0]).toBe(0.12);
    expect([...events.particles.mother]).toEqual([-1, -1, 0]);
    expect(readLhe(writeLhe(events))).toEqual(events);
  });

  it("leaves weights of strategy 3 alone, as they are pure numbers", () => {
    const events = readLhe(small.replace("-4 1\n1.5 0.1 1.5 7", "3 1\n1.5 0.1 1 7"));
    expect([...events.weights]).toEqual([1.5]);
    expect(events.crossSection.value).toBe(1500);
  });

  it.each([
    ["no file at all", "hello\n", "line 1: not a Les Houches file"],
    ["an empty file", "", "line 0: not a Les Houches file"],
    ["a number that is none", small.replace("10.58 0.0073", "ten 0.0073"), 'line 7: "ten" is not a number'],
    ["a short particle", small.replace(" 0 0 10.58 10.58 0 9", ""), "line 10: a particle has 13 numbers, got 7"],
    ["a mother that is not there", small.replace("553 1 1 2", "553 1 9 2"), "line 10: mothers must be 0 to 3"],
    ["a missing particle", small.replace(/ 553.*\n<rwgt>\n.*\n<\/rwgt>\n/, ""), "line 10: </event> where 1 more"],
    ["a missing process", small.replace("-4 1\n", "-4 2\n"), "line 5: <init> promises 2 processes, gives 1"],
    ["an event before init", small.replace(/<init>[^]*<\/init>\n/, ""), "line 2: <event> before <init>"],
    ["a cut file", small.slice(0, 300), "ends inside <event>"],
    ["a file without its end", small.replace("</LesHouchesEvents>\n", ""), "ends before </LesHouchesEvents>"],
  ])("names %s and its line", (_, text, message) => {
    expect(() => readLhe(text)).toThrow(message);
  });

  it("rejects broken gzip data", async () => {
    const zipped = bytes("mumugamma_sm.lhe.gz").slice(0, 5000);
    await expect(readLhe(zipped)).rejects.toThrow(RangeError);
  });
});

describe("writeLhe", () => {
  const events = generate(gammaX(alp({ mass: 0.3, gPhoton: 1e-4 })), {
    sqrtS: 10.58,
    seed: 1,
    events: 50,
    decay: "gamma gamma",
  });

  it("writes generated events so that momenta, cross section and vertices come back", () => {
    const back: LheEvents = readLhe(writeLhe(events));
    for (const name of ["px", "py", "pz", "e", "m", "pdgId", "status", "mother"] as const) {
      expect([...back.particles[name]]).toEqual([...events.particles[name]]);
    }
    expect(Math.abs(back.crossSection.value / events.crossSection.value - 1)).toBeLessThan(1e-15);
    const mean = back.weights.reduce((a, b) => a + b, 0) / back.length;
    expect(Math.abs(mean / events.crossSection.value - 1)).toBeLessThan(1e-12);
    for (const name of ["vx", "vy", "vz", "vt"] as const) {
      back.particles[name].forEach((v, i) => {
        expect(Math.abs(v - events.particles[name][i])).toBeLessThan(1e-12 * (1 + Math.abs(v)));
      });
    }
  });

  it("refuses an empty table without an init block", () => {
    const nothing = { ...events, length: 0, offsets: new Int32Array(1) };
    expect(() => writeLhe(nothing)).toThrow("writeLhe: the table must have events");
  });
});
