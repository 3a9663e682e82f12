import { normalCdf, random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { belle2, detect, energyResolution, positionResolution } from "../../src/index.js";
import { copies, moments, tableOf } from "../events.js";

const rad = Math.PI / 180;
const photon = (p: number, theta: number, phi = 40) => ({ pdgId: 22, p, theta, phi });

describe("detect, for photons,", () => {
  it("keeps those in the calorimeter and none in its gaps", () => {
    const thetas = [5, 12, 20, 31.8, 50, 90, 128, 129.7, 140, 156];
    const { clusters } = detect(tableOf(thetas.map((t) => [photon(2, t)])), belle2, random(1));
    const seen = thetas.filter((_, i) => clusters.offsets[i + 1] > clusters.offsets[i]);
    expect(seen).toEqual([20, 50, 90, 128, 140]);
  });

  // 20 000 events: the standard error of a width is 0.5 %, of a mean 0.7 % of the width; 5 sigma.
  it.each(["linear", "quadrature"] as const)("smears energy by the %s resolution and position by its own", (form) => {
    const n = 20_000;
    const { clusters } = detect(copies(n, [photon(1, 70)]), belle2, random(2), { energyResolution: form });
    const e = moments(clusters.energy);
    const sigma = energyResolution(1, belle2.calorimeter, form);
    expect(e.n).toBe(n);
    expect(Math.abs(e.mean - 1)).toBeLessThan(0.035 * sigma);
    expect(Math.abs(e.sigma / sigma - 1)).toBeLessThan(0.025);
    const distance = 125 / Math.sin(70 * rad);
    const t = moments(clusters.theta);
    const sigmaTheta = positionResolution(1, belle2.calorimeter) / distance;
    expect(Math.abs(t.mean - 70 * rad)).toBeLessThan(0.035 * sigmaTheta);
    expect(Math.abs(t.sigma / sigmaTheta - 1)).toBeLessThan(0.025);
    const f = moments(clusters.phi);
    expect(Math.abs((f.sigma / sigmaTheta) * Math.sin(70 * rad) - 1)).toBeLessThan(0.025);
    expect(Math.abs(moments(clusters.time).mean)).toBeLessThan(0.05);
  });

  it("has a tail to low energies where it is asked for, that of a Crystal Ball", () => {
    const n = 40_000;
    const { clusters } = detect(copies(n, [photon(1, 70)]), belle2, random(7), { energyTail: true });
    const sigma = energyResolution(1, belle2.calorimeter, "linear");
    const [alpha, power] = belle2.calorimeter.energyTail;
    const share = (z: number): number => clusters.energy.filter((e) => e < 1 + z * sigma).length / n;
    const tail = ((power / alpha) * Math.exp((-alpha * alpha) / 2)) / (power - 1);
    const core = Math.sqrt(2 * Math.PI) * (1 - normalCdf(-alpha));
    // Five standard errors of a share of 40 000.
    const close = (z: number, expected: number): void => {
      expect(Math.abs(share(z) - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / n));
    };
    close(-alpha, tail / (tail + core));
    close(0, 1 - (Math.sqrt(2 * Math.PI) * 0.5) / (tail + core));
    // Ten widths down, where a Gaussian has nothing: (n/alpha)^(n-1) / (n/alpha - alpha + 10)^(n-1) of the tail.
    close(-10, ((tail / (tail + core)) * (power / alpha) ** (power - 1)) / (power / alpha - alpha + 10) ** (power - 1));
  });

  it("gives event i the same clusters, whatever else is in the table", () => {
    const events = Array.from({ length: 6 }, (_, i) => [photon(0.5 + i, 40 + 15 * i), photon(1, 100 - i, -170)]);
    const all = detect(tableOf(events), belle2, random(3)).clusters;
    const alone = detect(
      tableOf([...events.slice(0, 4).map(() => []), ...events.slice(4)]),
      belle2,
      random(3),
    ).clusters;
    const tail = (c: typeof all): number[] => [...c.energy.subarray(c.offsets[4], c.offsets[6])];
    expect(tail(alone)).toEqual(tail(all));
  });

  it("points to the origin of coordinates, later, when the photon comes from a displaced vertex", () => {
    const vertex = [0, 60, 0, 3] as const;
    const { clusters } = detect(copies(2000, [{ pdgId: 22, p: 3, theta: 90, phi: 0, vertex }]), belle2, random(4));
    const phi = Math.atan2(60, Math.sqrt(125 ** 2 - 60 ** 2));
    expect(Math.abs(moments(clusters.phi).mean - phi)).toBeLessThan(5e-4);
    // 3 ns of flight of the parent, and a path of 109.7 cm instead of 125 cm.
    expect(
      Math.abs(moments(clusters.time).mean - (3 + (Math.sqrt(125 ** 2 - 60 ** 2) - 125) / 29.9792458)),
    ).toBeLessThan(0.12);
  });

  it("ignores what has decayed, neutrinos and unknown particles", () => {
    const invisible = [12, -14, 16, 1000022, 4900023, 52].map((pdgId) => ({ pdgId, p: 2, theta: 80, phi: 0 }));
    const { clusters, tracks, muons } = detect(
      tableOf([[...invisible, { ...photon(3, 60), status: 2 }]]),
      belle2,
      random(5),
    );
    expect([clusters.energy.length, tracks.px.length, muons.phi.length]).toEqual([0, 0, 0]);
  });

  it("drops soft photons and, when asked, a share of all", () => {
    expect(detect(copies(500, [photon(0.01, 80)]), belle2, random(6)).clusters.energy.length).toBe(0);
    const kept = detect(copies(10_000, [photon(1, 80)]), belle2, random(7), { photonInefficiency: 0.3 }).clusters.energy
      .length;
    expect(Math.abs(kept - 7000)).toBeLessThan(5 * Math.sqrt(10_000 * 0.21));
    expect(() => detect(copies(1, []), belle2, random(8), { photonInefficiency: 1.5 })).toThrow(
      "detect: photonInefficiency must lie in [0, 1], got 1.5",
    );
  });
});
