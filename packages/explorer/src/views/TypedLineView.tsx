import { fields } from "../state/fields.js";
import { expression, states } from "../state/store.js";
import { messages } from "../text/messages.js";
import type { EventView } from "../worker/answers.js";
import { WhyView } from "./WhyView.js";
import { intervalText } from "../text/interval-text.js";

const { events: words } = messages;

/** A level-1 expression to type, how often it fires in these events, and why in this one. */
export function TypedLineView({ typed }: { readonly typed: EventView["typed"] }) {
  return (
    <>
      <label class="typed">
        <span>{words.type}</span>
        <input
          autocomplete="off"
          spellcheck={false}
          placeholder={words.typing}
          value={expression.value}
          onChange={(e) => {
            const text = e.currentTarget.value.trim();
            const read = text === "" ? "" : fields.expression.read(text);
            e.currentTarget.setCustomValidity(read === undefined ? fields.expression.rule : "");
            if (read === undefined) e.currentTarget.reportValidity();
            else states.set({ expression: read });
          }}
        />
      </label>
      {typeof typed === "string" && <p class="remark">{messages.cannot(typed)}</p>}
      {typeof typed === "object" && (
        <>
          <p>
            {words.typedFires(
              intervalText(typed.row.generated),
              intervalText(typed.row.seen),
              typed.fired ? words.fired : words.notFired,
            )}
          </p>
          <WhyView name={typed.row.name} explanation={typed.explanation} />
        </>
      )}
    </>
  );
}
