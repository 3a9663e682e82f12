import { keepSample } from "../events/sample.js";
import { EventsView } from "./EventsView.js";
import { ExportView } from "./ExportView.js";
import { LessonView } from "./LessonView.js";
import { OwnView } from "./OwnView.js";
import { PinsView } from "./PinsView.js";

keepSample();

/** What comes after the plane: under it. */
export const Under = EventsView;

/** What comes after the verdict. */
export function Beside() {
  return (
    <>
      <LessonView />
      <PinsView />
      <OwnView />
      <ExportView />
    </>
  );
}
