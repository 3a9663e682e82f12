import { describe, expect, it } from "vitest";
import { fit, upperLimit } from "@belladonna/stats";
import { histFactory, readHs3, uncorrelatedBackground, writeHs3 } from "../src/index.js";
import type { Hs3Document, Workspace } from "../src/index.js";
import { cases } from "./cases.js";
import { everyModifier } from "./every-modifier.js";

/** The workspace written as HS3 text and read again. */
const again = (w: Workspace): Workspace => readHs3(JSON.stringify(writeHs3(w)));

/** A document as ROOT writes one, of a counting experiment of two bins with relative uncertainties of a background. */
const document = (): Hs3Document => JSON.parse(JSON.stringify(writeHs3(two))) as Hs3Document;
const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
const two = uncorrelatedBackground(counts, [3, 7]);
type Changeable = Record<string, unknown>;

describe("HS3", () => {
  it("is read back as the same likelihood, whatever the modifiers", () => {
    const held: Workspace = {
      ...everyModifier,
      measurements: [
        everyModifier.measurements[0],
        {
          name: "other",
          config: {
            poi: "eff",
            parameters: [
              { name: "lumi", auxdata: [1.1], inits: [1.1], bounds: [[0.9, 1.4]], sigmas: [0.05], fixed: true },
              { name: "mu", inits: [0.5], bounds: [[-1, 4]] },
              { name: "stat", fixed: true },
            ],
          },
        },
      ],
    };
    for (const measurement of ["fit", "other"]) {
      const [a, b] = [held, again(held)].map((w) => histFactory(w, { measurement }));
      expect(b.parameters).toEqual(a.parameters);
      expect(b.poi).toBe(a.poi);
      const theta = Float64Array.from(a.parameters, (p) => p.start + 0.07);
      expect(Math.abs(a.value(theta) - b.value(theta))).toBeLessThan(1e-10);
    }
  });

  it("keeps a luminosity apart from a modifier of the name Lumi, and a parameter of interest that a patch will bring", () => {
    const text = JSON.stringify(everyModifier)
      .replaceAll('"shape"', '"Lumi"')
      .replaceAll('"poi":"mu"', '"poi":"later"');
    const back = histFactory(again(JSON.parse(text) as Workspace), { poi: "mu" });
    expect(back.parameters).toEqual(histFactory(text, { poi: "mu" }).parameters);
    expect(again(JSON.parse(text) as Workspace).measurements[0].config.poi).toBe("later");
  });

  it.each(cases.map((c) => [c.name, c.workspace] as const))("keeps the likelihood of %s", (_, workspace) => {
    let written: Hs3Document;
    try {
      written = writeHs3(workspace);
    } catch (error) {
      // Constraints that a measurement configures by hand have no form in HS3.
      expect(String(error)).toContain("has no form in HS3");
      expect(workspace.measurements[0].config.parameters.some((p) => p.name !== "lumi" && p.auxdata)).toBe(true);
      return;
    }
    const [a, b] = [histFactory(workspace), histFactory(readHs3(written))];
    expect(b.parameters).toEqual(a.parameters);
    const theta = Float64Array.from(a.parameters, (p) => p.start);
    expect(Math.abs(a.value(theta) - b.value(theta))).toBeLessThan(1e-9);
    expect(Math.abs(fit(a).value - fit(b).value)).toBeLessThan(1e-7);
  });

  it("is written with relative uncertainties, one parameter a bin, and the data by name", () => {
    const written = writeHs3(two);
    expect(written.metadata.hs3_version).toBe("0.2");
    expect(written.distributions[0].samples?.[1].modifiers[0]).toEqual({
      type: "shapesys",
      name: "uncorr_bkguncrt",
      parameters: ["uncorr_bkguncrt_bin_0", "uncorr_bkguncrt_bin_1"],
      constraint: "Poisson",
      data: { vals: [0.06, 7 / 52] },
    });
    expect(written.likelihoods[0]).toMatchObject({ data: ["observed_singlechannel"] });
    expect(written.domains[0].axes.find((a) => a.name === "mu")).toEqual({ name: "mu", min: 0, max: 10 });
    expect(upperLimit(histFactory(readHs3(written))).observed).toBeCloseTo(1.0116, 4);
  });

  it("is read in ROOT's manner: names of its own, a held luminosity, Asimov data beside the observed", () => {
    const root = document();
    const rename = JSON.stringify(root)
      .replaceAll("uncorr_bkguncrt_bin_", "gamma_uncorr_")
      .replaceAll("start_measurement", "default_values");
    const changed = JSON.parse(rename) as Hs3Document;
    const samples = changed.distributions[0].samples ?? [];
    (samples[0].modifiers as unknown as Changeable[]).push({ type: "normfactor", name: "Lumi", parameter: "Lumi" });
    (changed.parameter_points[0].parameters as unknown as Changeable[]).push({ name: "Lumi", value: 1, const: true });
    (changed.data as unknown as Changeable[]).unshift({ name: "asimov", type: "binned", contents: [62, 63] });
    (changed.likelihoods as unknown as Changeable[]).push({
      name: "l2",
      distributions: changed.likelihoods[0].distributions,
      data: ["asimov"],
    });
    (changed.analyses as unknown as Changeable[]).unshift({ ...changed.analyses[0], name: "asimov", likelihood: "l2" });
    for (const a of changed.analyses) delete (a as unknown as Changeable)["init"];
    const observed = readHs3(changed, { analysis: "measurement" });
    expect(observed.measurements.map((m) => m.name)).toEqual(["measurement"]);
    expect(observed.observations[0].data).toEqual([51, 48]);
    expect(readHs3(changed).observations[0].data).toEqual([62, 63]);
    const model = histFactory(observed);
    expect(model.parameters.map((p) => [p.name, p.fixed ?? false])).toEqual([
      ["Lumi", true],
      ["mu", false],
      ["gamma_uncorr[0]", false],
      ["gamma_uncorr[1]", false],
    ]);
    expect(upperLimit(model).observed).toBeCloseTo(1.0116, 4);
  });

  it("is refused with the place of what has no form", () => {
    const broken = (change: (d: Hs3Document) => void): (() => unknown) => {
      const d = document();
      change(d);
      return () => readHs3(d);
    };
    const [first] = [(d: Hs3Document): Changeable => d.distributions[0] as unknown as Changeable];
    const modifier = (d: Hs3Document): Changeable =>
      d.distributions[0].samples?.[1].modifiers[0] as unknown as Changeable;
    expect(() => readHs3("{")).toThrow("is not JSON");
    expect(() => readHs3({})).toThrow("distributions: is missing");
    expect(broken((d) => (first(d)["type"] = "poisson_dist"))).toThrow(
      "distributions[0].type: must be histfactory_dist",
    );
    expect(broken((d) => (modifier(d)["type"] = "custom"))).toThrow(
      'modifiers[0].type: has no form in a workspace: "custom"',
    );
    expect(broken((d) => (modifier(d)["constraint"] = "Gauss"))).toThrow("must be Poisson for shapesys");
    expect(broken((d) => (d.likelihoods[0].data as string[]).splice(0, 1, "ghost"))).toThrow(
      'data: has no entry "ghost"',
    );
    expect(() => readHs3(document(), { analysis: "ghost" })).toThrow('analyses: has no entry "ghost"');
    const poisson = JSON.stringify(writeHs3(everyModifier)).replaceAll(
      /("type":"staterror"[^}]*"constraint":)"Gauss"/g,
      '$1"Poisson"',
    );
    expect(() => readHs3(poisson)).toThrow("is Poisson, which a staterror of a workspace is not");
    const gaussian = histFactory(readHs3(poisson, { poissonStatErrors: "gaussian" }));
    expect(gaussian.parameters).toEqual(histFactory(everyModifier).parameters);
  });
});
