import { fromPThetaPhi, eventTable } from "@belladonna/kinematics";
import { references } from "@belladonna/sources";
import * as searches from "@belladonna/searches";
import { plain, type Table } from "./walk.js";

const nothing = (): Promise<never> => Promise.reject(new Error("not run"));
/** What jobs of a cluster need, of which none is submitted. */
const batch = {
  ...{ command: nothing, readText: nothing, writeText: nothing, folder: "folder", script: "run {point} {result}" },
  ...{ chunk: 5, retries: 1, poll: 10, quiet: 100, patience: 3 },
};

export const scan: Table = {
  ...plain("engineMark", "fingerprint", "local", "memoryCheckpoint", "parseSacct", "parseSbatch"),
  condorSubmitFile: [{ args: ["folder", "name", 3] }],
  htcondor: [{ args: [batch], options: [[0]] }],
  sbatchArguments: [{ args: ["folder", 3, { atOnce: 2 }] }],
  scan: [
    {
      args: [(x: number) => x, [1, 2], { onProgress: () => undefined }],
      options: [[2]],
      use: (x: number[]) => x.length,
    },
  ],
  slurm: [{ args: [{ ...batch, atOnce: 2 }], options: [[0]] }],
};

export const sources: Table = {
  ...plain("plain", "references", "standings"),
  bibtex: [{ args: [references.Batell2009], made: [0] }],
  citationText: [{ args: [references.Batell2009], made: [0] }],
  marked: [{ args: ["limits.csv", "1,2", "mine 1.2"] }],
};

const events = eventTable((b) => {
  b.event().particle({ pdgId: 13, ...fromPThetaPhi(3, 1.2, 0.3, 0.1057) });
});

/** A search that does nothing with the options it is handed, once they are checked. */
const echo: searches.Search = { ...searches.searches[0], run: (options) => Promise.resolve(options as never) };

export const searchesTable: Table = {
  // Searches; their options are checked by runSearch.
  ...plain(
    "alpToPhotonsSearch",
    "bToKaonInvisible",
    "bToLongLivedScalar",
    "darkHiggsstrahlungSearch",
    "darkPhotonToInvisible",
  ),
  ...plain(
    "heavyNeutralLepton",
    "lfvZPrimeToInvisible",
    "longLivedDarkPhoton",
    "tauToLeptonAlpha",
    "zprimeToInvisible",
    "zprimeToMuons",
    "zprimeToTaus",
  ),
  ...plain("UserError", "applyCuts", "cutFlow", "factsOf", "kept", "limitInfo", "localWork", "mergeCutFlows"),
  ...plain("searches"),
  runSearch: [
    {
      args: [
        echo,
        {
          luminosity: 1,
          level: 0.9,
          method: "cls",
          masses: { from: 1, to: 2, step: 0.5 },
          seed: 1,
          events: 100,
          toys: 0,
          inject: { mass: 1, rate: 1 },
        },
        { workers: 1 },
      ],
      options: [[1], [1, "masses"], [1, "inject"], [2]],
      choices: [[1, "method"]],
    },
  ],
  see: [{ args: [events, 1] }],
  seedOf: [{ args: [1, "signal", 2], choices: [[1]] }],
  testWindow: [
    {
      args: [
        { background: 3, uncertainty: 0.1, observed: 3 },
        { method: "cls", level: 0.9, toys: 0, seed: 1 },
      ],
      options: [[1]],
      choices: [[1, "method"]],
    },
  ],
};
