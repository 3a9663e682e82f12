import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  angle,
  beamPreset,
  beams,
  fourVector,
  p,
  particle,
  phi,
  rotateZ,
  superKekb,
  theta,
  type BeamPreset,
  type Beams,
  type FourVector,
} from "../src/index.js";
import { vectors } from "./four-vectors-arbitrary.js";
import { cases, componentError, reference, relativeError } from "./reference.js";

type P4 = [number, number, number, number];
const list = (v: FourVector): number[] => [v.px, v.py, v.pz, v.e];
const make = ([px, py, pz, e]: P4): FourVector => fourVector({ px, py, pz, e });

const presetOf: Record<string, BeamPreset> = {
  "PCmsLabTransform-2015": "superKekb",
  SuperKEKB: "superKekb",
  "Y4S-2015": "upsilon4S",
  "Y4S-off": "offResonance",
  Y5S: "upsilon5S",
  Y1S: "upsilon1S",
  "Belle-KEKB": "belle",
  "run-2019+": "run2019",
};

describe("presets", () => {
  type Row = {
    me: number;
    her_p4: P4;
    ler_p4: P4;
    total_p4: P4;
    sqrt_s: number;
    beta: number[];
    electron_cms_p4_pure_boost: P4;
    electron_cms_angle_to_z_mrad: number;
  };

  it.each(cases<Row>("beams"))("$tag to 1e-13", (row) => {
    const preset = beamPreset(presetOf[row.tag]);
    expect(componentError(list(preset.electron), row.her_p4)).toBeLessThan(1e-13);
    expect(componentError(list(preset.positron), row.ler_p4)).toBeLessThan(1e-13);
    expect(componentError(list(preset.total), row.total_p4)).toBeLessThan(1e-13);
    expect(relativeError(preset.sqrtS, row.sqrt_s)).toBeLessThan(1e-13);
    expect(componentError([...preset.boostVector], row.beta)).toBeLessThan(1e-13);
    const electron = preset.toCms(preset.electron);
    expect(componentError(list(electron), row.electron_cms_p4_pure_boost)).toBeLessThan(1e-13);
    expect(relativeError(1e3 * theta(electron), row.electron_cms_angle_to_z_mrad)).toBeLessThan(1e-13);
  });

  it("have the crossing angle between one beam and the reverse of the other", () => {
    for (const name of ["superKekb", "belle", "scan10750"] as const) {
      const { electron, positron, crossingAngle } = beamPreset(name);
      expect(Math.abs(Math.PI - angle(electron, positron) - crossingAngle)).toBeLessThan(1e-14);
    }
  });

  it("have transverse momenta that are sines of their own angles, to the last bit but one", () => {
    for (const crossingAngle of [1e-6, 0.0415, 0.083, 1]) {
      const { positron } = beams({ electron: 7, positron: 4, crossingAngle });
      const p = Math.sqrt(positron.e * positron.e - positron.m * positron.m);
      expect(Math.abs(positron.px / (p * Math.sin(crossingAngle / 2)) - 1)).toBeLessThan(4e-16);
      expect(positron.pz).toBeLessThan(0);
    }
  });

  it("are told apart by name", () => {
    expect(() => beamPreset("phi" as BeamPreset)).toThrow("beamPreset: unknown name, got phi");
    // The electron mass does not scale along.
    expect(relativeError(beamPreset("scan10750").sqrtS, 10.75)).toBeLessThan(1e-10);
    const resonances = { upsilon1S: 553, upsilon2S: 100553, upsilon3S: 200553, upsilon4S: 300553 } as const;
    for (const [name, id] of Object.entries(resonances)) {
      expect(Math.abs(beamPreset(name as BeamPreset).sqrtS - particle(id).mass)).toBeLessThan(5e-3);
    }
  });
});

describe("lab and centre of mass", () => {
  type Row = { beams: string; lab: P4; cms_pure_boost: P4; cms_boost_and_rotation: P4 };

  it.each(cases<Row>("lab_cms"))("$tag to 1e-13 in both conventions", (row) => {
    const b = beamPreset(presetOf[row.beams]);
    const lab = make(row.lab);
    expect(componentError(list(b.toCms(lab, { convention: "boost" })), row.cms_pure_boost)).toBeLessThan(1e-13);
    const turned = b.toCms(lab, { convention: "boost-and-rotate" });
    expect(componentError(list(turned), row.cms_boost_and_rotation)).toBeLessThan(1e-13);
    for (const convention of ["boost", "boost-and-rotate"] as const) {
      expect(componentError(list(b.toLab(b.toCms(lab, { convention }), { convention })), row.lab)).toBeLessThan(1e-14);
    }
  });

  it("round trip for any momentum", () => {
    fc.assert(
      fc.property(vectors, fc.constantFrom("boost" as const, "boost-and-rotate" as const), (v, convention) => {
        const back = superKekb.toLab(superKekb.toCms(v, { convention }), { convention });
        expect(componentError(list(back), list(v))).toBeLessThan(1e-14);
      }),
    );
  });

  it("put the electron on +z when asked to, whichever way the beams cross", () => {
    const crossed: Beams[] = [superKekb, beams({ electron: 5, positron: 5, crossingAngle: 0.4, electronAngle: -0.3 })];
    for (const b of [...crossed, beams({ electron: 7, positron: 4, crossingAngle: 0 })]) {
      const electron = b.toCms(b.electron, { convention: "boost-and-rotate" });
      expect(theta(electron)).toBeLessThan(1e-15);
      expect(relativeError(p(electron), Math.sqrt(b.sqrtS ** 2 / 4 - electron.m ** 2))).toBeLessThan(1e-14);
    }
  });

  it("refuse another convention", () => {
    expect(() => superKekb.toCms(superKekb.total, { convention: "rotate" as "boost" })).toThrow(RangeError);
  });
});

describe("the level-1 look-up table of the trigger cells", () => {
  type Cell = {
    tc: number;
    pos: [number, number, number];
    lutE: number;
    lutPhi: number;
    lutTheta: number;
  };
  const { cells } = reference<{ cells: Cell[] }>("ecl_trigger_cells");
  const half = (x: number): number => Math.floor(x + 0.5);

  it("is boost and rotation, rounded: 1727 of its 1728 integers, all but the polar angle of cell 195", () => {
    const wrong: string[] = [];
    for (const { tc, pos, lutE, lutPhi, lutTheta } of cells) {
      const lab = fourVector({ px: pos[0], py: pos[1], pz: pos[2], m: 0 });
      const cms = superKekb.toCms(lab, { convention: "boost-and-rotate" });
      const degrees = phi(cms) / (Math.PI / 180);
      if (half((180 / Math.PI) * theta(cms)) !== lutTheta) wrong.push(`theta ${tc}`);
      if ((half(degrees < 0 ? degrees + 360 : degrees) - lutPhi) % 360 !== 0) wrong.push(`phi ${tc}`);
      if (half((10 * lab.e) / cms.e) !== lutE) wrong.push(`E ${tc}`);
    }
    expect(cells).toHaveLength(576);
    expect(wrong).toEqual(["theta 195"]);
  });
});

describe("input", () => {
  it("is checked at the border", () => {
    const input = { electron: 7, positron: 4, crossingAngle: 0.083 };
    expect(() => beams({ ...input, electron: 0 })).toThrow("beams: electron energy must be above");
    expect(() => beams({ ...input, positron: Number.NaN })).toThrow("beams: positron energy");
    expect(() => beams({ ...input, crossingAngle: 4 })).toThrow("beams: crossingAngle must be in [0, pi) rad, got 4");
    expect(rotateZ(superKekb.total, 0)).toEqual(superKekb.total);
  });
});
