import { lessons, stepOf } from "../lessons/lessons.js";
import { fromFragment } from "../state/fragment.js";
import { lesson, states } from "../state/store.js";
import { messages } from "../text/messages.js";

const { lessons: words } = messages;

/** Go to a step: the state it shows, and its name in the link. */
function go(name: string): void {
  const to = stepOf(name);
  if (to === undefined) states.set({ lesson: "" });
  else states.set({ ...fromFragment(to.step.link).state, lesson: name });
}

/** A lesson: two sentences a step, back and next; or the list of lessons. */
export function LessonView() {
  const at = stepOf(lesson.value);
  return (
    <section aria-labelledby="lesson" class="late">
      <h2 id="lesson">{at === undefined ? words.title : at.lesson.title}</h2>
      {at === undefined ? (
        <ul class="lessons">
          {lessons.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  go(`${id}-1`);
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p aria-live="polite">{at.step.text}</p>
          <div class="tools">
            <button
              type="button"
              disabled={at.index === 0}
              onClick={() => {
                go(`${at.lesson.id}-${at.index}`);
              }}
            >
              {words.back}
            </button>
            <span class="count">
              {at.index + 1} / {at.lesson.steps.length}
            </span>
            <button
              type="button"
              disabled={at.index + 1 === at.lesson.steps.length}
              onClick={() => {
                go(`${at.lesson.id}-${at.index + 2}`);
              }}
            >
              {words.next}
            </button>
            <button
              type="button"
              onClick={() => {
                go("");
              }}
            >
              {words.all}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
