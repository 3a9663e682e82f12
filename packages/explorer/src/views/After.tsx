import { keepSample } from "../events/sample.js";
import { keepSigma } from "../events/sigma.js";
import { keepSearch } from "../search/search-here.js";
import { EventsView } from "./EventsView.js";
import { ExportView } from "./ExportView.js";
import { LessonView } from "./LessonView.js";
import { OwnView } from "./OwnView.js";
import { PinsView } from "./PinsView.js";
import { SourcesView } from "./SourcesView.js";
import { SearchView } from "./SearchView.js";
import { WidthsView } from "./WidthsView.js";
import "./later.css";

keepSample();
keepSearch();
keepSigma();

/** Each alone, for the frame of another page. */
export const Widths = WidthsView;
export const Events = EventsView;
export const Search = SearchView;

/** What comes after the plane: under it. */
export function Under() {
  return (
    <>
      <WidthsView />
      <EventsView />
      <SearchView />
    </>
  );
}

/** What comes after the verdict. */
export function Beside() {
  return (
    <>
      <LessonView />
      <PinsView />
      <OwnView />
      <ExportView />
      <SourcesView />
    </>
  );
}
