import { planes } from "@belladonna/limits/plot";
import { useSignal } from "@preact/signals";
import { messages } from "../text/messages.js";
import { announced, choosePlane, plane, states } from "../state/store.js";
import { Help } from "./Help.js";
import { toggleTheme } from "./theme.js";

/** What is chosen for the whole page. */
export function Toolbar({ written }: { readonly written: () => void }) {
  const help = useSignal(false);
  const share = async (): Promise<void> => {
    written();
    try {
      await navigator.clipboard.writeText(location.href);
      announced.value = messages.shared;
    } catch {
      announced.value = messages.notShared;
    }
  };
  return (
    <header>
      <h1>
        bella<b>donna</b>
      </h1>
      <label>
        <span>{messages.plane}</span>
        <select
          value={plane.value}
          onChange={(e) => {
            choosePlane(e.currentTarget.value);
          }}
        >
          {planes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <span class="tools">
        <button type="button" disabled={!states.can.value.undo} onClick={states.undo}>
          {messages.undo}
        </button>
        <button type="button" disabled={!states.can.value.redo} onClick={states.redo}>
          {messages.redo}
        </button>
        <button type="button" onClick={() => void share()}>
          {messages.share}
        </button>
        <button type="button" aria-label={messages.theme} title={messages.theme} onClick={toggleTheme}>
          ◐
        </button>
        <button
          type="button"
          aria-label={messages.help}
          title={messages.help}
          aria-expanded={help.value}
          onClick={() => (help.value = !help.value)}
        >
          ?
        </button>
      </span>
      {help.value && <Help />}
    </header>
  );
}
