import { render } from "preact";
import { loadPortals } from "./answers/registry.js";
import { keepInput } from "./shell/input.js";
import { keepOwn } from "./own/own.js";
import { keepBands } from "./plane/bands.js";
import { keepCarried } from "./plane/carried.js";
import { keepAddress } from "./state/address.js";
import { keepPlaneData } from "./plane/plane-data.js";
import { App } from "./App.js";
import { loadLater } from "./views/Later.js";
import "./style.css";

const written = keepAddress();
keepPlaneData(() => {
  void loadPortals().then(loadLater);
});
keepCarried();
keepBands();
keepOwn();
keepInput();
const root = document.getElementById("page");
if (root !== null) render(<App written={written} />, root);
