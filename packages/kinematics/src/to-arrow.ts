import type { EventTable, ParticleColumns } from "./event-table.js";

/** A column of plain numbers in Arrow's layout: no nulls, values end to end. */
export interface ArrowColumn {
  /** Name of the field. */
  readonly name: string;
  /** Arrow type of the values. */
  readonly type: "float64" | "int32" | "int8";
  /** The values buffer. */
  readonly values: Float64Array | Int32Array | Int8Array;
}

/** A list of structs in Arrow's layout: offsets, and one child column a field. */
export interface ArrowList {
  /** Name of the field. */
  readonly name: string;
  /** Arrow type. */
  readonly type: "list<struct>";
  /** Offsets buffer: list $i$ is rows `offsets[i]` to `offsets[i + 1] - 1` of the children. */
  readonly offsets: Int32Array;
  /** Fields of the struct. */
  readonly children: readonly ArrowColumn[];
}

/** An event table as the buffers of an Arrow record batch. */
export interface ArrowLayout {
  /** Number of rows, one an event. */
  readonly length: number;
  /** The two top-level fields: the event's weight and its list of particles. */
  readonly fields: readonly [weight: ArrowColumn, particles: ArrowList];
}

/** The particle columns in the order of the Arrow struct, and their types. */
export const arrowParticleFields: readonly (readonly [keyof ParticleColumns, ArrowColumn["type"]])[] = [
  ["pdgId", "int32"],
  ["status", "int8"],
  ["mother", "int32"],
  ["px", "float64"],
  ["py", "float64"],
  ["pz", "float64"],
  ["e", "float64"],
  ["m", "float64"],
  ["vx", "float64"],
  ["vy", "float64"],
  ["vz", "float64"],
  ["vt", "float64"],
];

/**
 * An event table in Arrow's memory layout: fields `weight: float64` and `particles: list<struct<pdgId: int32, ...>>`.
 * The buffers are the table's own, nothing is copied. `@belladonna/kinematics/arrow` makes an apache-arrow `Table` of
 * it, and IPC bytes.
 *
 * ```ts
 * toArrow(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 })).length; // 5
 * ```
 */
export function toArrow(table: EventTable): ArrowLayout {
  return {
    length: table.length,
    fields: [
      { name: "weight", type: "float64", values: table.weights },
      {
        name: "particles",
        type: "list<struct>",
        offsets: table.offsets,
        children: arrowParticleFields.map(([name, type]) => ({ name, type, values: table.particles[name] })),
      },
    ],
  };
}

/**
 * The event table behind buffers in the layout of {@link toArrow}; nothing is copied.
 *
 * ```ts
 * fromArrow(toArrow(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 }))).length; // 5
 * ```
 * @throws RangeError when a particle column is missing or of another type.
 */
export function fromArrow(layout: ArrowLayout): EventTable {
  const [weight, { offsets, children }] = layout.fields;
  const column = <A>(name: string, type: new (n: number) => A): A => {
    const values = children.find((child) => child.name === name)?.values;
    if (!(values instanceof type)) throw new RangeError(`fromArrow: column ${name} must be a ${type.name}`);
    return values;
  };
  if (layout.length !== weight.values.length) {
    throw new RangeError(
      `fromArrow: length must be that of column weight, ${weight.values.length}, got ${layout.length}`,
    );
  }
  if (!(weight.values instanceof Float64Array)) throw new RangeError("fromArrow: column weight must be a Float64Array");
  return {
    length: layout.length,
    offsets,
    particles: {
      px: column("px", Float64Array),
      py: column("py", Float64Array),
      pz: column("pz", Float64Array),
      e: column("e", Float64Array),
      m: column("m", Float64Array),
      pdgId: column("pdgId", Int32Array),
      status: column("status", Int8Array),
      mother: column("mother", Int32Array),
      vx: column("vx", Float64Array),
      vy: column("vy", Float64Array),
      vz: column("vz", Float64Array),
      vt: column("vt", Float64Array),
    },
    weights: weight.values,
  };
}
