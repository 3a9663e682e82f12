import { messages } from "../text/messages.js";
import { otherData, problems, trouble } from "../state/store.js";

/** What was wrong with the link, until it is dismissed. */
export function Banner() {
  const told = trouble.value;
  if (problems.value.length === 0 && !otherData.value && told === "") return null;
  const dismiss = (): void => {
    problems.value = [];
    otherData.value = false;
    trouble.value = "";
  };
  return (
    <section class="banner" aria-label="Remarks">
      <ul>
        {problems.value.map(({ key, got, rule }) => (
          <li key={key}>{messages.problem(key, got, rule)}</li>
        ))}
        {otherData.value && <li>{messages.otherData}</li>}
        {told !== "" && <li>{told === "long" || told === "packed" ? messages[told] : told}</li>}
      </ul>
      <button type="button" onClick={dismiss}>
        {messages.dismiss}
      </button>
    </section>
  );
}
