// The functions of data/minimiser_problems.json, which gives starts and minima; MGH: Moré, Garbow and Hillstrom,
// ACM Trans. Math. Softw. 7 (1981) 17.
type F = (x: Float64Array) => number;

const rosenbrock = (a: number, b: number): number => (1 - a) ** 2 + 100 * (b - a * a) ** 2;

const bardY = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39];
const osborneY = [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246];
const osborneU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];

export const functions: Record<string, F> = {
  rosenbrock2: ([a, b]) => rosenbrock(a, b),
  rosenbrock_bounded: ([a, b]) => rosenbrock(a, b),
  ext_rosenbrock10: (x) => {
    let s = 0;
    for (let i = 0; i < x.length; i += 2) s += rosenbrock(x[i], x[i + 1]);
    return s;
  },
  wood: ([a, b, c, d]) =>
    100 * (b - a * a) ** 2 +
    (1 - a) ** 2 +
    90 * (d - c * c) ** 2 +
    (1 - c) ** 2 +
    10.1 * ((b - 1) ** 2 + (d - 1) ** 2) +
    19.8 * (b - 1) * (d - 1),
  powell_singular: ([a, b, c, d]) => (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4,
  fletcher_powell_helical: ([x, y, z]) => {
    const turns = Math.atan(y / x) / (2 * Math.PI) + (x < 0 ? 0.5 : 0);
    return 100 * ((z - 10 * turns) ** 2 + (Math.sqrt(x * x + y * y) - 1) ** 2) + z * z;
  },
  beale: ([x, y]) => [1.5, 2.25, 2.625].reduce((s, c, i) => s + (c - x * (1 - y ** (i + 1))) ** 2, 0),
  freudenstein_roth: ([x, y]) => (-13 + x + ((5 - y) * y - 2) * y) ** 2 + (-29 + x + ((y + 1) * y - 14) * y) ** 2,
  bard: ([a, b, c]) =>
    bardY.reduce((s, y, i) => {
      const u = i + 1;
      const v = 16 - u;
      return s + (y - (a + u / (v * b + Math.min(u, v) * c))) ** 2;
    }, 0),
  kowalik_osborne: ([a, b, c, d]) =>
    osborneY.reduce((s, y, i) => {
      const u = osborneU[i];
      return s + (y - (a * (u * u + u * b)) / (u * u + u * c + d)) ** 2;
    }, 0),
  quartic30: (x) =>
    x.reduce((s, p, i) => {
      const y = (((i + 1) * 2654435761) % 1000) / 100 - 5;
      return s + (y - p) ** 2 + 0.1 * (y - p) ** 4;
    }, 0),
};
