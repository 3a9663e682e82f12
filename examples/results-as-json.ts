// How do I read a limit of this program in Python?
import { LIMIT_FORMAT, limitFromJson, limitToJson, published } from "@belladonna/limits";

const text = limitToJson(await published.get("BelleII_Zprime_invisible_2020"));
const plain = JSON.parse(text) as { readonly format: string; readonly mass: number[]; readonly value: number[] };
console.log(`format: ${plain.format === LIMIT_FORMAT ? "as this version writes it" : plain.format}`);
console.log(`keys: ${Object.keys(plain).sort().join(", ")}`);
console.log(`${plain.mass.length} masses, the first ${plain.mass[0]} GeV, the least limit ${Math.min(...plain.value)}`);
console.log(`reads back: ${limitFromJson(text).id}`);
console.log(
  "in Python: json.load(open('limit.json'))['mass']; a run's limits.json holds a list of these under 'limits'",
);
