import type { ComponentChildren } from "preact";
import { PlaneView } from "./views/PlaneView.js";
import { PointView } from "./views/PointView.js";
import { VerdictView } from "./views/VerdictView.js";
import { Later } from "./views/Later.js";
import { LimitCard } from "./views/LimitCard.js";
import { Banner } from "./shell/Banner.js";
import { embeddable, embedded } from "./shell/embedded.js";
import type { Embeddable } from "./shell/embedded.js";
import { Live } from "./shell/Live.js";
import { Toolbar } from "./shell/Toolbar.js";
import { messages } from "./text/messages.js";

interface Props {
  readonly written: () => void;
}

/** The page, or one view of it for the frame of another page. */
export function App({ written }: Props) {
  const alone = embedded(location.search);
  if (alone === undefined) return <Whole written={written} />;
  if (typeof alone === "object") return <p>{messages.embed.unknown(alone.unknown, embeddable.join(", "))}</p>;
  return <Alone view={alone} written={written} />;
}

function Whole({ written }: Props) {
  return (
    <>
      <Toolbar written={written} />
      <Banner />
      <main>
        <div class="left">
          <PlaneView written={written} />
          <Later part="Under" />
        </div>
        <div class="right">
          <PointView />
          <LimitCard />
          <VerdictView />
          <Later part="Beside" />
        </div>
      </main>
      <Live />
    </>
  );
}

function Alone({ view, written }: Props & { readonly view: Embeddable }) {
  const views: Readonly<Record<Embeddable, () => ComponentChildren>> = {
    plane: () => <PlaneView written={written} />,
    point: () => <PointView />,
    verdict: () => <VerdictView />,
    widths: () => <Later part="Widths" />,
    events: () => <Later part="Events" />,
    search: () => <Later part="Search" />,
  };
  const whole = (): void => {
    written();
    window.open(location.href.replace(location.search, ""), "_blank", "noopener");
  };
  return (
    <>
      <Banner />
      <main class="embedded">
        {views[view]()}
        <p class="tools">
          <button type="button" onClick={whole}>
            {messages.embed.whole}
          </button>
        </p>
      </main>
      <Live />
    </>
  );
}
