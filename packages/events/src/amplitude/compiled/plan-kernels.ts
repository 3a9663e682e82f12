import { expressions, type Expression, type Expressions, type Kernel } from "@belladonna/numerics/compiled";
import { COMPONENTS, type Current, type Join, type Plan, type PlanStep } from "../plan.js";
import { columnsFrom, type Columns, type Writes } from "./columns.js";
import { complexArithmetic, type Complex } from "./complex.js";
import { denominator, setMomentum } from "./invariants.js";
import { legMomentum, waves } from "./legs.js";
import { propagated, type LineExpressions } from "./lines.js";
import { KERNELS, vertices } from "./vertices.js";

/** Vertices of one function: an engine compiles many of them slowly and keeps what they share in memory. */
const VERTICES = 8;

/** A line with vacuum polarisation. */
interface DressedLine {
  /** Mass, GeV. */
  readonly mass: number;
  /** Column of $q^2 - m^2$. */
  readonly d: number;
  /** Column that is to receive the factor after the first function. */
  readonly factor: number;
}

/** A plan as kernels over columns, to be run in order. */
export interface PlanKernels {
  /** Number of columns. The momenta are the first: $p_x$, $p_y$, $p_z$, $E$ of each leg. */
  readonly columns: number;
  /** The functions; the first makes what the dressed lines need. */
  readonly kernels: readonly Kernel[];
  /** Lines with vacuum polarisation. */
  readonly dressed: readonly DressedLine[];
  /** Column of the result. */
  readonly out: number;
}

/** Spin configurations of each current that is made. */
type Made = Map<Current, readonly (readonly Complex[])[]>;

/** Whether all vertices of a plan have expressions. */
export function hasKernels({ steps }: Plan): boolean {
  return steps.every(({ joins }) => joins.every(({ kernel }) => KERNELS.includes(kernel)));
}

/** The kernels of a plan whose vertices have expressions: $\overline{|M|^2}$ by the operations of the plain evaluator. */
export function planKernels(plan: Plan): PlanKernels {
  const make = expressions();
  const { number, add, multiply } = make;
  const { last, root, rootStates, external, factor, steps } = plan;
  const columns = columnsFrom(4 * plan.legs.length, make);
  const made: Made = new Map();
  const { writes, lines, dressed } = fromMomenta(make, columns, plan, made);
  const kernels: Kernel[] = [{ writes }];
  steps.forEach((step, k) => {
    kernels.push(...currentKernels(make, columns, step, lines[k], made));
  });

  const end: Writes = [];
  const squares: Expression[] = [];
  for (const value of made.get(last) ?? []) {
    for (const wave of (made.get(external[root]) ?? []).slice(0, rootStates)) {
      const { re, im } = contracted(make, external[root].shape, value, wave);
      squares.push(columns.keep(end, add(multiply(re, re), multiply(im, im))));
    }
  }
  const out = columns.take();
  const sum = squares.reduce((a, b) => add(a, b));
  kernels.push({ writes: end }, { writes: [[out, multiply(sum, number(factor))]] });
  return { columns: columns.count(), kernels, dressed, out };
}

interface FromMomenta {
  readonly writes: Writes;
  /** Of each step; none of the last. */
  readonly lines: readonly (LineExpressions | undefined)[];
  readonly dressed: readonly DressedLine[];
}

/** All that depends on momenta alone: wavefunctions, which are put into `made`, and lines. */
function fromMomenta(
  make: Expressions,
  columns: Columns,
  { legs, external, steps, last }: Plan,
  made: Made,
): FromMomenta {
  const { column } = make;
  const writes: Writes = [];
  const momenta = legs.map(({ field }, k) =>
    legMomentum(make, [column(4 * k), column(4 * k + 1), column(4 * k + 2), column(4 * k + 3)], field.mass),
  );
  external.forEach((current, k) => {
    const states = waves(make, legs[k], momenta[k]);
    made.set(
      current,
      states.map((wave) => columns.keepAll(writes, wave)),
    );
  });
  const dressed = new Map<Expression, DressedLine>();
  const lines = steps.map(({ current, conserved }): LineExpressions | undefined => {
    if (current === last) return undefined;
    const { field, shape, legs: set } = current;
    const d = columns.store(writes, denominator(make, legs, momenta, set, field.mass));
    const hasMomentum = conserved || shape === "column" || shape === "row";
    const q = hasMomentum ? setMomentum(make, legs, momenta, set).map((part) => columns.keep(writes, part)) : [];
    if (field.vacuumPolarisation !== true) return { q, d };
    const line = dressed.get(d) ?? { mass: field.mass, d: d.immediate, factor: columns.take() };
    dressed.set(d, line);
    return { q, d, dressing: column(line.factor) };
  });
  return { writes, lines, dressed: [...dressed.values()] };
}

/** Functions for some spin configurations of a current each; they are put into `made`. */
function currentKernels(
  make: Expressions,
  columns: Columns,
  step: PlanStep,
  line: LineExpressions | undefined,
  made: Made,
): Kernel[] {
  const { complex } = complexArithmetic(make);
  const vertex = vertices(make);
  const wave = (current: Current, state: number): readonly Complex[] => made.get(current)?.[state] ?? [];
  const none = Array.from({ length: COMPONENTS[step.current.shape] }, () => complex(make.number(0)));
  const parts = partsOf(step);
  const each = Math.max(1, Math.floor((VERTICES * parts.length) / parts.flat().length));
  const kernels: Kernel[] = [];
  const results: Complex[][] = [];
  for (let from = 0; from < parts.length; from += each) {
    const writes: Writes = [];
    for (const some of parts.slice(from, from + each)) {
      const value = some.reduce<readonly Complex[]>(
        (sum, { join, x, y }) => vertex(join, wave(join.a, x), wave(join.b, y), sum),
        none,
      );
      results.push(columns.keepAll(writes, line === undefined ? value : propagated(make, step, line, value)));
    }
    kernels.push({ writes });
  }
  made.set(step.current, results);
  return kernels;
}

/** A join of one pair of spin configurations. */
interface Part {
  readonly join: Join;
  readonly x: number;
  readonly y: number;
}

/** What adds up to each spin configuration of a current, in the order of the joins. */
function partsOf({ current, joins }: PlanStep): Part[][] {
  const parts = Array.from({ length: current.states }, (): Part[] => []);
  for (const join of joins) {
    join.states.forEach((state, k) => {
      parts[state].push({ join, x: Math.floor(k / join.b.states), y: k % join.b.states });
    });
  }
  return parts;
}

/** The current of all legs but the root met with the root's wavefunction. */
function contracted(make: Expressions, shape: Current["shape"], a: readonly Complex[], b: readonly Complex[]): Complex {
  const { number } = make;
  const { plus, scaled, times } = complexArithmetic(make);
  // Vectors meet as V⁺W⁻ and V W', halved, with the metric's sign.
  const partner = (c: number): Complex => (shape === "vector" ? scaled(number(c < 2 ? 0.5 : -0.5), b[c ^ 1]) : b[c]);
  return a.map((x, c) => times(x, partner(c))).reduce((sum, one) => plus(sum, one));
}
