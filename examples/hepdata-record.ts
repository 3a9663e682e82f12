// How does a limit become a HEPData record, and does it read back the same?
import { published } from "@belladonna/limits";
import { checkHepData, hepDataFiles, readHepData } from "@belladonna/limits/hepdata";

const limit = await published.get("BelleII_ALP_gammagamma_2020_g");
const files = hepDataFiles(limit, { reactions: ["E+ E- --> GAMMA AXION"], cmEnergies: [10.58] });
for (const [name, text] of Object.entries(files)) console.log(`${name}: ${text.split("\n").length} lines`);
console.log(`faults: ${checkHepData(files).length}`);
const [back] = readHepData(files);
if (back.shape === limit.shape && limit.shape === "curve" && back.shape === "curve") {
  console.log(`same masses: ${back.mass.every((m, i) => m === limit.mass[i])}`);
  console.log(`same limits: ${back.value.every((v, i) => v === limit.value[i])}`);
}
