import { planeData } from "../plane/plane-data.js";
import { route } from "../plane/carried.js";
import { follow, trouble } from "../state/store.js";
import { putOwn } from "../own/own.js";
import type { Assumed } from "../own/read-own.js";

/** Largest file that is read, bytes. */
const LARGEST = 5e6;

/** What a curve without facts is taken for on this plane. */
function assumed(): Assumed | undefined {
  const now = planeData.value;
  if (now.state !== "ready") return undefined;
  const [{ observable, unit, cl }] = now.limits;
  return route.value === undefined ? { observable, unit, cl } : { observable: route.value.to.coupling, unit: "1", cl };
}

/** Put a text of the reader on the plane; what is wrong with it is told. */
async function takeText(text: string, name: string): Promise<void> {
  const about = assumed();
  if (about === undefined) return;
  try {
    const { readOwn } = await import("../own/read-own.js");
    await putOwn(await readOwn(text, name, about));
  } catch (error) {
    trouble.value = error instanceof Error ? error.message : String(error);
  }
}

/** Put a file of the reader on the plane. */
export async function takeFile(file: File): Promise<void> {
  if (file.size > LARGEST) {
    trouble.value = `${file.name}: must be smaller than 5 MB, got ${Math.round(file.size / 1e6)} MB`;
    return;
  }
  await takeText(await file.text(), file.name);
}

/** Take files that are dropped and texts that are pasted anywhere but in a field: a curve, or a link of this page. */
export function keepInput(): void {
  document.addEventListener("dragover", (e) => {
    if (e.dataTransfer?.types.includes("Files") === true) e.preventDefault();
  });
  document.addEventListener("drop", (e) => {
    const file = e.dataTransfer?.files[0];
    if (file === undefined) return;
    e.preventDefault();
    void takeFile(file);
  });
  document.addEventListener("paste", (e) => {
    if (e.target instanceof HTMLInputElement) return;
    const text = e.clipboardData?.getData("text/plain") ?? "";
    const link = /#(v=\d+.*)$/.exec(text.trim());
    if (link !== null) follow(link[1]);
    else if (/\d/.test(text)) void takeText(text, "pasted");
  });
}
