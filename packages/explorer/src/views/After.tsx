import { keepSample } from "../events/sample.js";
import { EventsView } from "./EventsView.js";
import { ExportView } from "./ExportView.js";
import { OwnView } from "./OwnView.js";
import { PinsView } from "./PinsView.js";

keepSample();

/** What comes after the plane and its verdict. */
export function After() {
  return (
    <>
      <EventsView />
      <PinsView />
      <OwnView />
      <ExportView />
    </>
  );
}
