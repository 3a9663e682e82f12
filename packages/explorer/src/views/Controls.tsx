import { luminosityText, luminosityTimeline } from "@belladonna/limits";
import { computed } from "@preact/signals";
import { exponentText } from "../answers/projecting.js";
import { bandsOn } from "../state/band-names.js";
import { isCharges, registry } from "../answers/registry.js";
import { carriedLimits, isVector, notRecast, route } from "../plane/carried.js";
import { planeData } from "../plane/plane-data.js";
import { bands, luminosity, pins, plane, regime, states, to } from "../state/store.js";
import { messages } from "../text/messages.js";

/** What stands in the list for charges of one's own, and those one begins with. */
const OWN = { choice: "=", first: "e=1,mu=1,tau=1" } as const;

/** Portals the limits of the plane can be recast to: other vectors. */
const targets = computed(() => {
  const now = planeData.value;
  const from = registry.value.find((p) => now.state === "ready" && p.name === now.plane.portal);
  if (from === undefined || !isVector(from)) return [];
  return registry.value.filter((p) => p !== from && isVector(p));
});

const regimes = ["background-limited", "background-free", "displaced-lower-edge"] as const;

/** What is done with the limits: recast, luminosity, pins. */
export function Controls() {
  const now = planeData.value;
  const observable = now.state === "ready" ? (now.limits[0]?.observable ?? "") : "";
  return (
    <div class="controls">
      {targets.value.length > 0 && (
        <label>
          <span>{messages.recastTo}</span>
          <select
            value={isCharges(to.value) ? OWN.choice : (route.value?.to.name ?? "")}
            onChange={(e) => {
              const { value } = e.currentTarget;
              states.set({ to: value === OWN.choice ? OWN.first : value });
            }}
          >
            <option value="">{messages.notRecast}</option>
            {targets.value.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={OWN.choice}>{messages.ownCharges}</option>
          </select>
        </label>
      )}
      {targets.value.length > 0 && isCharges(to.value) && (
        <label>
          <span>{messages.charges}</span>
          <input
            class="wide"
            value={to.value}
            spellcheck={false}
            onChange={(e) => {
              states.set({ to: e.currentTarget.value });
            }}
          />
        </label>
      )}
      {notRecast.value !== "" && <p role="alert">{notRecast.value}</p>}
      <label>
        <span>{messages.luminosity}</span>
        <select
          value={String(luminosity.value)}
          onChange={(e) => {
            states.set({ luminosity: Number(e.currentTarget.value) });
          }}
        >
          <option value="0">{messages.noProjection}</option>
          {[...new Set([...luminosityTimeline.map((m) => m.luminosity), luminosity.value])]
            .filter((l) => l > 0)
            .sort((a, b) => a - b)
            .map((l) => (
              <option key={l} value={String(l)}>
                {luminosityText(l)}
              </option>
            ))}
        </select>
      </label>
      {luminosity.value > 0 && (
        <label>
          <span>{messages.regime}</span>
          <select
            value={regime.value}
            onChange={(e) => {
              states.set({ regime: regimes[e.currentTarget.selectedIndex] });
            }}
          >
            {regimes.map((r) => (
              <option key={r} value={r}>
                {r} ({exponentText(observable, r)})
              </option>
            ))}
          </select>
        </label>
      )}
      <Bands />
      <button
        type="button"
        onClick={() => {
          const { mass, coupling } = states.now.value;
          states.set({ pins: [...pins.value, { mass, coupling }].slice(-40) });
        }}
      >
        {messages.pin}
      </button>
    </div>
  );
}

/** Bands that are no limits, on the planes where they mean something. */
function Bands() {
  if (route.value !== undefined) return null;
  return (
    <>
      {bandsOn(plane.value).map((band) => (
        <label key={band}>
          <input
            type="checkbox"
            checked={bands.value.includes(band)}
            onChange={(e) => {
              const rest = bands.value.filter((b) => b !== band);
              states.set({ bands: e.currentTarget.checked ? [...rest, band] : rest });
            }}
          />
          <span>{messages.bands.names[band]}</span>
        </label>
      ))}
    </>
  );
}

/** Limits that could not be recast, each with the reason. */
export function NotCarried() {
  const left = carriedLimits.value.filter((c) => !c.done);
  if (left.length === 0) return null;
  return (
    <details>
      <summary>{messages.notCarried(left.length)}</summary>
      <ul class="plain">
        {left.map((c) => (
          <li key={c.origin.id}>
            {c.origin.label ?? c.origin.id}: {c.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
