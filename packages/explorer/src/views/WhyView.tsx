import type { Explanation } from "@belladonna/trigger";
import { messages } from "../text/messages.js";

const { events: words } = messages;

/** Why a line fired in an event, or did not: its logic as a tree, what holds, what decides. */
export function WhyView({ name, explanation }: { readonly name: string; readonly explanation: Explanation }) {
  return (
    <section class="card" aria-label={words.why(name)}>
      <h4>{words.why(name)}</h4>
      <ul class="why">
        <Node of={explanation} />
      </ul>
    </section>
  );
}

function Node({ of: { text, holds, value, decides, of } }: { readonly of: Explanation }) {
  return (
    <li>
      <span class={holds ? "holds" : "fails"}>{holds ? "✓" : "✗"}</span> <code>{text}</code>
      {value !== undefined && ` = ${String(value)}`}
      {decides && <b> {words.decides}</b>}
      {of.length > 0 && (
        <ul class="why">
          {of.map((child, i) => (
            <Node key={i} of={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
