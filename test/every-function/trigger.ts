import { eventTable, fromPThetaPhi } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import * as trigger from "@belladonna/trigger";
import { call, plain, type Table } from "./walk.js";

const events = eventTable((b) => {
  b.event()
    .particle({ pdgId: 13, ...fromPThetaPhi(3, 1.2, 0.3, 0.1057) })
    .particle({ pdgId: -13, ...fromPThetaPhi(3, 1.5, -2.8, 0.1057) });
});
const detected = trigger.detect(events, trigger.belle2, random(1));
const inputs = trigger.level1Inputs(detected);
const cut = trigger.parseCut("a ** 2 + 1 > 3 * abs(b)");
/** The vertex that is written into. */
const vertex = trigger.newPairVertex();

export const table: Table = {
  ...plain("LEVEL1_FIT", "LEVEL1_FULL", "LEVEL1_NEURAL", "LEVEL1_SHORT", "belle2", "belle2Data", "bitsOf"),
  ...plain("countSet", "evaluate", "explanationText", "finalDecision", "hltMenu", "hltVariableNames"),
  ...plain("l1ExpressionText", "l1Menu", "level1InputNames", "level1MenuText", "menuResult", "newPairVertex"),
  ...plain("parseCut", "parseHltMenu", "parseMenu"),
  bit: [{ args: [inputs, "t2_1", 0] }],
  detect: call(
    [events, trigger.belle2, random(1), { energyResolution: "linear", photonInefficiency: 0.1, background: 0.1 }],
    [[3]],
    [[3, "energyResolution"]],
    // A detector is a description of its own, checked where it is read.
    { made: [1] },
  ),
  cutMask: [{ args: [cut, { a: [1, 2], b: Float64Array.of(3, 4) }, 2] }],
  emptyBits: [{ args: [["a"], 3] }],
  energyResolution: call([1, trigger.belle2.calorimeter, "quadrature"], [], [[2]], { made: [1], open: true }),
  evaluateCut: [
    // A division by 0 and an overflow are numbers of the cut's own language.
    { args: [cut, { a: 1, b: 2 }] },
  ],
  explain: [{ args: [trigger.l1Menu, inputs, "ffo", 0], made: [0, 1] }],
  highLevel: call([detected, trigger.hltMenu, { seed: 1, reading: "asCoded" }], [[2]], [[2, "reading"]], {
    made: [0, 1],
  }),
  hltVariables: call([detected, { reading: "asDocumented" }], [[1]], [[1, "reading"]]),
  keepProbability: [{ args: [[3, 5]] }],
  level1Inputs: call([detected, { reading: "asCoded", cellThreshold: 0.1, halfWindow: 125 }], [[1]], [[1, "reading"]], {
    made: [0],
  }),
  lineResult: call([true, true, "reject"], [], [[2]]),
  namesSet: [{ args: [inputs, 0] }],
  pairVertex: [{ args: [detected.tracks, 0, 1, trigger.belle2, vertex], made: [0, 3], use: () => vertex.probability }],
  positionResolution: [{ args: [1, trigger.belle2.calorimeter], made: [1], open: true }],
  prescaleKeeps: [{ args: ["ffo", 10, 3, 1] }],
  rates: call(
    [trigger.l1Menu, [{ name: "x", crossSection: 1, inputs, weights: [1] }], { luminosity: 1e35, budget: 1e4 }],
    [[2], [1, 0]],
    [],
    { made: [0] },
  ),
  regionAt: [{ args: [1, trigger.belle2.calorimeter], made: [1] }],
  singleTrack: call([0.1, 1e-4, 1, "asCoded"], [], [[3]]),
  takeDetected: [{ args: [detected, [0]], made: [0] }],
  trackEfficiency: [{ args: [trigger.belle2.tracker, 1, 1, 0], made: [0] }],
  trackPath: [{ args: [detected, 0, 5, trigger.belle2], made: [0, 3] }],
  triggerEfficiency: [
    ...call(
      [{ line: [true, false], reference: [true, true], method: "wilson", level: 0.9, weights: [1, 2] }],
      [[0]],
      [[0, "method"]],
    ),
  ],
};
