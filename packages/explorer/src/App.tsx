import { PlaneView } from "./views/PlaneView.js";
import { PointView } from "./views/PointView.js";
import { VerdictView } from "./views/VerdictView.js";
import { Later } from "./views/Later.js";
import { WidthsView } from "./views/WidthsView.js";
import { LimitCard } from "./views/LimitCard.js";
import { Banner } from "./shell/Banner.js";
import { Live } from "./shell/Live.js";
import { Toolbar } from "./shell/Toolbar.js";

/** The page. */
export function App({ written }: { readonly written: () => void }) {
  return (
    <>
      <Toolbar written={written} />
      <Banner />
      <main>
        <div class="left">
          <PlaneView written={written} />
          <WidthsView />
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
