// What does a published likelihood, a background-only workspace with a patch for each signal, say about two signals?
import { applyJsonPatch, histFactory, parsePatchSet, parseWorkspace, workspaceDigest } from "@belladonna/histfactory";
import { upperLimit } from "@belladonna/stats";

// Two documents of a HEPData record; those of an experiment are read from their files in the same way.
const background = {
  channels: [
    {
      name: "recoil",
      samples: [
        {
          name: "background",
          data: [52, 41, 33],
          modifiers: [{ name: "rate", type: "normsys", data: { hi: 1.1, lo: 0.9 } }],
        },
      ],
    },
  ],
  observations: [{ name: "recoil", data: [50, 44, 30] }],
  measurements: [{ name: "fit", config: { poi: "mu", parameters: [] } }],
  version: "1.0.0",
};
const signal = (name: string, mass: number, data: number[]) => ({
  metadata: { name, values: [mass] },
  patch: [
    {
      op: "add",
      path: "/channels/0/samples/1",
      value: { name: "signal", data, modifiers: [{ name: "mu", type: "normfactor", data: null }] },
    },
  ],
});
const patchSet = parsePatchSet({
  metadata: {
    references: { hepdata: "ins0000000" },
    description: "signals",
    digests: { sha256: workspaceDigest(background) },
    labels: ["mass"],
  },
  patches: [signal("mass_2", 2, [8, 1, 0]), signal("mass_4", 4, [0, 2, 7])],
  version: "1.0.0",
});
for (const { metadata, patch } of patchSet.patches) {
  const model = histFactory(parseWorkspace(applyJsonPatch(background, patch)));
  const { observed, expected } = upperLimit(model, { level: 0.95 });
  console.log(`${metadata.name}: mu < ${observed.toFixed(3)}, expected ${expected[2].toFixed(3)}`);
}
