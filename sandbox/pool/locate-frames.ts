import { placeOf, type SourcePlaces } from "../bundle/source-places.ts";
import { submissionScript } from "../submission-script.ts";

const place = new RegExp(`${submissionScript.replace(".", "\\.")}:(\\d{1,9}):(\\d{1,9})`, "g");

/** A text in which every place in the bundle is named by the student's own file and line: what `console.trace` printed, for one. */
export function locateFrames(text: string, places: SourcePlaces): string {
  if (!text.includes(submissionScript)) return text;
  return text.replaceAll(place, (found, line: string, column: string) => {
    const known = placeOf(places, Number(line), Number(column));
    return known === undefined ? found : `${known.file}:${known.line}:${known.column}`;
  });
}
