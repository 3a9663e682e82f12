// Deterministic pseudo-data of the reference fits: mulberry32, 53-bit uniforms, one generator for all parts of a recipe.

export interface Part {
  readonly n: number;
  readonly type: string;
  readonly args: readonly number[];
  readonly shape?: string;
  readonly fmax?: number;
  readonly range?: readonly number[];
}
export interface Recipe {
  readonly seed: number;
  readonly parts: readonly Part[];
}

function uniforms(seed: number): () => number {
  let s = seed >>> 0;
  const word = (): number => {
    s = (s + 0x6d2b79f5) >>> 0;
    const a = s;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return () => {
    const a = word() >>> 5;
    const b = word() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  };
}

const shapes: Record<string, (x: number, ...args: number[]) => number> = {
  cb(x, mu, s, al, n) {
    const t = (x - mu) / s;
    if (t > -al) return Math.exp(-0.5 * t * t);
    return Math.pow(n / al, n) * Math.exp(-0.5 * al * al) * Math.pow(n / al - al - t, -n);
  },
  cheb2(x, a, b, c1, c2) {
    const z = (2 * (x - a)) / (b - a) - 1;
    return 1 + c1 * z + c2 * (2 * z * z - 1);
  },
  argus(x, m0, c) {
    const t = 1 - (x / m0) * (x / m0);
    return t <= 0 ? 0 : x * Math.sqrt(t) * Math.exp(c * t);
  },
};

function draw(part: Part, u: () => number): number {
  const { args } = part;
  const normal = (): number => {
    const u1 = u();
    const u2 = u();
    return Math.sqrt(-2 * Math.log(1 - u1)) * Math.cos(2 * Math.PI * u2);
  };
  if (part.type === "texp") {
    const [lambda, a, b] = args;
    return a - Math.log(1 - u() * (1 - Math.exp(-lambda * (b - a)))) / lambda;
  }
  if (part.type === "tgauss" || part.type === "tvoigt") {
    const [a, b] = args.slice(-2);
    for (;;) {
      let x = args[0] + args[1] * normal();
      if (part.type === "tvoigt") x += args[2] * Math.tan(Math.PI * (u() - 0.5));
      if (a <= x && x <= b) return x;
    }
  }
  const f = shapes[part.shape ?? ""];
  const [a, b] = part.range ?? [];
  for (;;) {
    const x = a + (b - a) * u();
    if (u() * (part.fmax ?? 1) < f(x, ...args)) return x;
  }
}

export function generate(recipe: Recipe): Float64Array {
  const u = uniforms(recipe.seed);
  return Float64Array.from(recipe.parts.flatMap((part) => Array.from({ length: part.n }, () => draw(part, u))));
}
