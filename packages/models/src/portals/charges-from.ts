import { fermions, type Charges } from "./charges.js";

/**
 * Charges under a new U(1) from text.
 *
 * @param charges - fermions with their charges, a number or a fraction each: `e=1, mu=1, u=1/3`; others have none
 * @returns the charges, for `vectorMediator`
 * @throws `RangeError` for a fermion there is not or that is twice, or a charge that is no finite number
 * @example
 * ```ts
 * chargesFrom("e=-1, u=1/2"); // { e: -1, u: 0.5 }
 * ```
 */
export function chargesFrom(charges: string): Charges {
  const pairs = charges.split(",").map((part) => {
    const [name, value = "", ...rest] = part.split("=").map((word) => word.trim());
    const [numerator, denominator = "1", ...more] = value.split("/").map((word) => word.trim());
    const charge = numerator === "" || denominator === "" ? Number.NaN : Number(numerator) / Number(denominator);
    if (!fermions.some((f) => f === name) || !Number.isFinite(charge) || rest.length + more.length > 0) {
      throw new RangeError(
        `chargesFrom: charges must be FERMION=CHARGE,… with ${fermions.join(", ")}, such as e=1,u=1/3, got "${part}"`,
      );
    }
    return [name, charge] as const;
  });
  const twice = pairs.find(([name], i) => pairs.findIndex((pair) => pair[0] === name) !== i);
  if (twice !== undefined) throw new RangeError(`chargesFrom: charges must have each fermion once, got "${charges}"`);
  return Object.fromEntries(pairs);
}
