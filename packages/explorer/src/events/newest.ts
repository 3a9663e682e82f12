/** Asks one question at a time; while it waits for the answer, only the newest of further questions is kept. */
export interface Newest<Question, Answer> {
  /** Ask; answers to older questions are dropped. */
  readonly ask: (question: Question) => void;
  /** Take the answer to the question that was sent. */
  readonly take: (answer: Answer) => void;
}

/**
 * Keep the newest question.
 * @param send - Sends a question to who answers it.
 * @param use - Uses the answer to the newest question; others are never shown.
 */
export function newest<Question, Answer>(
  send: (question: Question) => void,
  use: (answer: Answer) => void,
): Newest<Question, Answer> {
  let busy = false;
  let waiting: Question | undefined;
  return {
    ask: (question) => {
      if (busy) waiting = question;
      else {
        busy = true;
        send(question);
      }
    },
    take: (answer) => {
      busy = false;
      const next = waiting;
      waiting = undefined;
      if (next === undefined) use(answer);
      else {
        busy = true;
        send(next);
      }
    },
  };
}
