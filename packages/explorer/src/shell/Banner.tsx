import { messages } from "../text/messages.js";
import { otherData, problems } from "../state/store.js";

/** What was wrong with the link, until it is dismissed. */
export function Banner() {
  if (problems.value.length === 0 && !otherData.value) return null;
  const dismiss = (): void => {
    problems.value = [];
    otherData.value = false;
  };
  return (
    <section class="banner" aria-label="About the link">
      <ul>
        {problems.value.map(({ key, got, rule }) => (
          <li key={key}>{messages.problem(key, got, rule)}</li>
        ))}
        {otherData.value && <li>{messages.otherData}</li>}
      </ul>
      <button type="button" onClick={dismiss}>
        {messages.dismiss}
      </button>
    </section>
  );
}
