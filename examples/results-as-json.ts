// How do I read limits, histograms and events of this program in Python?
import { alp } from "@belladonna/models";
import { gammaX, generate } from "@belladonna/events";
import { fromIpc, toIpc } from "@belladonna/kinematics/arrow";
import { LIMIT_FORMAT, limitFromJson, limitToJson, published } from "@belladonna/limits";
import { Histogram, regularAxis } from "@belladonna/stats";

// Limits: plain JSON with the version of its form in "format".
const text = limitToJson(await published.get("BelleII_Zprime_invisible_2020"));
const plain = JSON.parse(text) as { readonly format: string; readonly mass: number[]; readonly value: number[] };
console.log(`format: ${plain.format === LIMIT_FORMAT ? "as this version writes it" : plain.format}`);
console.log(`keys: ${Object.keys(plain).sort().join(", ")}`);
console.log(`${plain.mass.length} masses, the first ${plain.mass[0]} GeV, the least limit ${Math.min(...plain.value)}`);
console.log(`reads back: ${limitFromJson(text).id}`);
console.log("a run's limits.json holds a list of these under 'limits'");
console.log("in Python: import json; json.load(open('limit.json'))['mass']");

// Histograms: as the Unified Histogram Interface of scikit-hep writes them, with its version.
const histogram = new Histogram([regularAxis(4, 0, 2, "mass")]).fill([[0.1, 0.7, 0.8, 2.5]]);
const uhi = histogram.toJSON();
console.log(
  `UHI ${uhi.uhi_schema}: axis ${uhi.axes[0].type}, values ${JSON.stringify(uhi.storage.values)}, flow bins at the ends`,
);
console.log(
  "in Python: import json, boost_histogram.serialization as b; b.from_uhi(json.load(open('histogram.json')))",
);

// Events: an Arrow file, a row an event with the list of its particles.
const events = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
const bytes = toIpc(events, "file");
console.log(
  `Arrow: begins with ${new TextDecoder().decode(bytes.subarray(0, 6))}, ${fromIpc(bytes).length} events read back`,
);
console.log(
  "in Python: import awkward, pyarrow; awkward.from_arrow(pyarrow.ipc.open_file('events.arrow').read_all()).particles.px",
);
