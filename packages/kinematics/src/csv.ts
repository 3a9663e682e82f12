/**
 * Event tables as comma-separated text.
 *
 * @packageDocumentation
 */
import Papa from "papaparse";
import { eventTableBuilder } from "./event-builder.js";
import { forEachEvent } from "./event-loop.js";
import type { EventTable } from "./event-table.js";
import { addReadParticle, checkedEventTable } from "./read-particles.js";
import { arrowParticleFields } from "./to-arrow.js";

const FIELDS = arrowParticleFields.map(([name]) => name);
const HEADER: readonly string[] = ["event", "weight", ...FIELDS];

/**
 * An event table as comma-separated text: a header, then a line a particle with the event's number and weight in front; an
 * event without particles is a line with nothing else. Numbers are in their shortest exact form, so nothing is lost.
 *
 * @param table - Events.
 */
export function toCsv(table: EventTable): string {
  const lines: (number | string)[][] = [];
  forEachEvent(table, ({ index, weight, start, end, particles }) => {
    if (start === end) lines.push([index, weight, ...FIELDS.map(() => "")]);
    for (let i = start; i < end; i++) lines.push([index, weight, ...FIELDS.map((field) => particles[field][i])]);
  });
  return Papa.unparse({ fields: [...HEADER], data: lines }, { newline: "\n" });
}

/**
 * The event table in text of the form {@link toCsv} writes. Columns may stand in any order; a new event begins where the
 * number in column `event` changes.
 *
 * @param text - The text, with its header.
 * @throws RangeError when a column is missing, a line is broken or a value is not a number.
 */
export function fromCsv(text: string): EventTable {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const fields = meta.fields ?? [];
  for (const field of HEADER) {
    if (!fields.includes(field))
      throw new RangeError(`fromCsv: the header must name ${field}, got ${fields.join(", ")}`);
  }
  if (errors.length > 0) {
    throw new RangeError(
      `fromCsv: every line must fit the header, got "${errors[0].message}" at ${errors[0].row ?? 0}`,
    );
  }
  const builder = eventTableBuilder(1024, Math.max(1, data.length));
  let event: string | undefined;
  let weight = "";
  data.forEach((line, row) => {
    const number = (field: string): number => {
      const value = line[field].trim() === "" ? Number.NaN : Number(line[field]);
      if (Number.isNaN(value) && line[field] !== "NaN") {
        throw new RangeError(`fromCsv: ${field} must be a number in row ${row}, got "${line[field]}"`);
      }
      return value;
    };
    if (line.event !== event) {
      builder.event(number("weight"));
      ({ event, weight } = line as { event: string; weight: string });
    } else if (line.weight !== weight) {
      throw new RangeError(
        `fromCsv: weight must be that of event ${event}, ${weight}, in row ${row}, got ${line.weight}`,
      );
    }
    if (line.pdgId === "") return;
    addReadParticle(builder, FIELDS.map(number), `fromCsv: row ${row}`);
  });
  return checkedEventTable(builder.finish(), "fromCsv");
}
