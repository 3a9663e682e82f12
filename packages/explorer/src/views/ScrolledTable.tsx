import type { ComponentChildren } from "preact";
import { Heads } from "./Heads.js";

interface ScrolledTableProps {
  /** What a reader of the screen hears of it. */
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

/** Rows under heads, in a part of the page that scrolls by itself, also by keys. */
export function ScrolledTable({ label, heads, children }: ScrolledTableProps) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <Heads names={heads} />
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
