import { render } from "preact";
import { loadPortals } from "./answers/answers.js";
import { keepAddress } from "./state/address.js";
import { keepPlaneData } from "./plane/plane-data.js";
import { App } from "./App.js";
import "./style.css";

const written = keepAddress();
keepPlaneData();
void loadPortals();
const root = document.getElementById("page");
if (root !== null) render(<App written={written} />, root);
