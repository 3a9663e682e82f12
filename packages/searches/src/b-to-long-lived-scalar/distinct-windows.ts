import type { Tested } from "../limit/tested.js";
import type { Work } from "../work.js";
import { type TestPoint, testWindows } from "./tasks.js";

/** Result of a test, or why there is none. */
export type TestResult = Tested | { readonly reason: string };

/** Tests windows; those that are alike, as most are where no event is seen, are tested once. */
export async function testDistinct(stage: string, points: readonly TestPoint[], work: Work): Promise<TestResult[]> {
  const different = new Map<string, TestPoint>();
  const marks = points.map((point) => JSON.stringify(point));
  points.forEach((point, i) => {
    if (!different.has(marks[i])) different.set(marks[i], point);
  });
  const results = await work.each(`${stage}: ${different.size} different windows of ${points.length}`, testWindows, [
    ...different.values(),
  ]);
  const found = new Map([...different.keys()].map((mark, i) => [mark, results[i]]));
  return marks.map((mark) => found.get(mark) ?? { reason: "not tested" });
}
