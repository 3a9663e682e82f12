import { plainText } from "@belladonna/plot";
import { computed } from "@preact/signals";
import { messages } from "../text/messages.js";
import { route } from "../plane/carried.js";
import { planeData } from "../plane/plane-data.js";
import { asked, yTitle } from "../plane/shown.js";
import { factorText, numberText } from "../text/number-text.js";
import { coupling, mass } from "../state/store.js";
import { portalCalled, registry } from "../answers/registry.js";
import { particleAt } from "../answers/particle.js";
import { verdict } from "../answers/verdict.js";

/** What the limits say of the point. */
export const judgements = computed(() => verdict(asked.value, mass.value, coupling.value));

/** The portal whose particle the point is; undefined where the plane has none. */
export const portalName = computed(() => {
  const now = planeData.value;
  return route.value?.to.name ?? (now.state === "ready" ? now.plane.portal : undefined);
});

/** The same portal, once the registry is there. */
export const portal = computed(() => route.value?.to ?? portalCalled(portalName.value));

/** The particle at the point; `none` where the plane has no portal, `loading` until the registry is there. */
export const particle = computed(() => {
  if (portalName.value === undefined) return "none";
  return registry.value.length === 0 ? "loading" : particleAt(portal.value, mass.value, coupling.value);
});

/** The quantity on the vertical axis and its unit, as the axis names them. */
export const quantity = computed(() => {
  const title = plainText(yTitle.value);
  const [, symbol = title, unit = ""] = /^(.*?)(?: \[(.*)\])?$/.exec(title) ?? [];
  return { symbol, unit };
});

/** One sentence that says where the point is and who excludes it. */
export const sentence = computed(() => {
  const { said } = messages;
  const [first] = judgements.value;
  const { symbol, unit } = quantity.value;
  const head = said.at(numberText(mass.value), symbol, `${numberText(coupling.value)} ${unit}`.trim());
  const by = judgements.value.filter((j) => j.measured && j.says === "excluded");
  if (by.length === 0) {
    const next = judgements.value.find((j) => j.measured && j.says === "allowed" && j.edge !== undefined);
    return (
      head + said.free + (next === undefined ? "" : `; ${said.next(nameOf(next.limit), numberText(next.edge ?? 0, 2))}`)
    );
  }
  const names = by.map((j) => nameOf(j.limit)).slice(0, 3);
  return head + said.excludedBy(names.join(", "), factorText(first.factor ?? 1));
});

function nameOf({ label, id }: { readonly label?: string; readonly id: string }): string {
  return label ?? id;
}
