// Property tests draw the same cases in every run, so that a red build is red again. To look for new counterexamples:
// FAST_CHECK_SEED=$RANDOM npx vitest run --project unit
import fc from "fast-check";

const seed = import.meta.env.FAST_CHECK_SEED as string | undefined;
fc.configureGlobal({ seed: Number(seed ?? 20260101) });
