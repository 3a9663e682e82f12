// A heavy neutral lepton of half a GeV from a tau: how often does it decay inside the drift chamber?
import { boostFromRestOf, breakupMomentum, decayProbabilityInside, fourVector, particle } from "@belladonna/kinematics";
import { hnl, hnlProduction } from "@belladonna/models";

const tau = fourVector({ px: 0, py: 0, pz: 4.6, m: particle(15).mass });
for (const mixing of [1e-6, 1e-5, 1e-4, 1e-3]) {
  const n = hnl({ mass: 0.5, mixing: { tau: mixing }, nature: "majorana" });
  const made = hnlProduction(n, "tau-").reduce((sum, { branchingFraction }) => sum + branchingFraction, 0);
  // Across the flight of the tau, from tau -> pi N.
  const momentum = breakupMomentum(tau.m, particle(211).mass, n.mass);
  const flying = boostFromRestOf(fourVector({ px: momentum, py: 0, pz: 0, m: n.mass }), tau);
  const inside = decayProbabilityInside({ rMin: 16, rMax: 113, zMin: -83, zMax: 160 }, [0, 0, 0], flying, n.ctau);
  console.log(
    `|U_tau|^2 = ${mixing.toExponential(0)}: c tau ${n.ctau.toPrecision(3)} cm, B(tau -> N X) ${made.toExponential(1)}, ` +
      `decays inside ${inside.toExponential(2)}`,
  );
}
