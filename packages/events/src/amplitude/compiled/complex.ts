import type { Expression, Expressions } from "@belladonna/numerics/compiled";

/** A complex number of expressions. */
export interface Complex {
  /** Real part. */
  readonly re: Expression;
  /** Imaginary part. */
  readonly im: Expression;
}

/** One product of a sum, with its sign. */
export type Term = readonly [sign: 1 | -1, a: Complex, b: Complex];

/** Arithmetic of complex numbers, in the order of operations of the plain kernels. */
export interface ComplexArithmetic {
  /** A number, real when nothing else is said. */
  readonly complex: (re: Expression, im?: Expression) => Complex;
  /** $a + b$. */
  readonly plus: (a: Complex, b: Complex) => Complex;
  /** $ab$. */
  readonly times: (a: Complex, b: Complex) => Complex;
  /** $fa$, with a real $f$. */
  readonly scaled: (f: Expression, a: Complex) => Complex;
  /** $-a$ for a negative sign. */
  readonly signed: (sign: number, a: Complex) => Complex;
  /** $a^*$. */
  readonly conjugate: (a: Complex) => Complex;
  /** $\sum \pm ab$, real product by real product from the left. */
  readonly sumOfProducts: (terms: readonly Term[]) => Complex;
}

/** Complex numbers of a builder. */
export function complexArithmetic({ number, add, subtract, multiply, negate }: Expressions): ComplexArithmetic {
  const zero = number(0);
  const times: ComplexArithmetic["times"] = (a, b) => ({
    re: subtract(multiply(a.re, b.re), multiply(a.im, b.im)),
    im: add(multiply(a.re, b.im), multiply(a.im, b.re)),
  });
  const plusSigned = (sum: Expression, sign: number, term: Expression): Expression =>
    sign > 0 ? add(sum, term) : subtract(sum, term);
  return {
    complex: (re, im = zero) => ({ re, im }),
    plus: (a, b) => ({ re: add(a.re, b.re), im: add(a.im, b.im) }),
    times,
    scaled: (f, a) => ({ re: multiply(f, a.re), im: multiply(f, a.im) }),
    signed: (sign, a) => (sign > 0 ? a : { re: negate(a.re), im: negate(a.im) }),
    conjugate: ({ re, im }) => ({ re, im: negate(im) }),
    sumOfProducts: (terms) => {
      let [re, im] = [zero, zero];
      for (const [sign, a, b] of terms) {
        re = plusSigned(plusSigned(re, sign, multiply(a.re, b.re)), -sign, multiply(a.im, b.im));
        im = plusSigned(plusSigned(im, sign, multiply(a.re, b.im)), sign, multiply(a.im, b.re));
      }
      return { re, im };
    },
  };
}
