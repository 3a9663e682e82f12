import { messages } from "../text/messages.js";

/** Keys of the plane. */
export function Help() {
  return (
    <dl class="help">
      {messages.keys.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
