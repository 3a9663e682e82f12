import { messages } from "../text/messages.js";
import { planeData } from "../plane/plane-data.js";
import { numberText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import { card, hide, states } from "../state/store.js";
import { Paper } from "./Paper.js";
import { Fact } from "./Fact.js";

/** All about one limit: numbers, citation, provenance, note. */
export function LimitCard() {
  const data = planeData.value;
  const limit = data.state === "ready" ? data.limits.find((l) => l.id === card.value) : undefined;
  if (data.state !== "ready" || limit === undefined) return null;
  const { provenance } = limit;
  const others = data.limits.map((l) => l.id).filter((id) => id !== limit.id);
  const close = (): void => {
    card.value = "";
  };
  return (
    <section class="card" aria-labelledby="card">
      <h2 id="card">{limit.label ?? limit.id}</h2>
      <p>
        <Paper limit={limit} whole />
      </p>
      <dl class="facts">
        <Fact name={messages.kind} value={limit.kind} />
        <Fact name={messages.limit} value={particleNames(limit.observable)} />
        {limit.finalState !== undefined && <Fact name={messages.channel} value={particleNames(limit.finalState)} />}
        <Fact name={messages.cl} value={`${Number((limit.cl * 100).toPrecision(3))} %`} />
        <Fact
          name={messages.range}
          value={`${numberText(Math.min(...limit.mass), 3)} – ${numberText(Math.max(...limit.mass), 3)}`}
        />
        {provenance !== undefined && <Fact name={messages.standing} value={provenance.standing} />}
        {provenance?.licence !== undefined && <Fact name={messages.licence} value={provenance.licence} />}
      </dl>
      {provenance?.note !== undefined && <p class="remark">{provenance.note}</p>}
      <p class="tools">
        <button
          type="button"
          onClick={() => {
            states.set({ hide: [...hide.value, limit.id] });
            close();
          }}
        >
          Hide
        </button>
        <button
          type="button"
          onClick={() => {
            states.set({ hide: others });
          }}
        >
          {messages.only}
        </button>
        <button type="button" onClick={close}>
          {messages.close}
        </button>
      </p>
    </section>
  );
}
