import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { sentence } from "../point/answers.js";
import { announced } from "../state/store.js";

/** Time the point must rest before its verdict is read out, ms. */
const REST = 400;

/** What a screen reader says when the point has come to rest. */
export function Live() {
  const timer = useRef<number>(0);
  useSignalEffect(() => {
    const text = sentence.value;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => (announced.value = text), REST);
  });
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announced}
    </p>
  );
}
