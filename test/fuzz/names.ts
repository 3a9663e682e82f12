// The names of all readers, for `npm run fuzz`.
import { fuzzedReaders } from "./readers.js";

process.send?.(fuzzedReaders.map(({ name }) => name));
