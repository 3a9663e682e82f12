// The three searches whose simulation is too long for ../golden.test.ts.
import { it } from "vitest";
import { expectGolden, long } from "../golden-limits.js";

it.each(long)("%s has the limits that are kept", expectGolden, 1_200_000);
