import { message } from "../../messages/message.ts";
import type { Drawing, Mismatch } from "../../report/report.ts";
import { curveView } from "./curve-view.ts";
import { histogramView } from "./histogram-view.ts";
import type { DrawingView } from "./plot.ts";

/** What a report has drawn of a mismatch. */
export function drawingViews(mismatch: Mismatch): readonly DrawingView[] {
  return (mismatch.drawings ?? []).flatMap((drawing) => {
    const view = viewOf(drawing);
    if (view === null) return [];
    const note = mismatch.code === "property" ? [message("picture.one-of-many")] : [];
    return [{ ...view, caption: [view.caption, ...note].join(" ") }];
  });
}

const viewOf = (drawing: Drawing): DrawingView | null =>
  drawing.kind === "curve" ? curveView(drawing) : histogramView(drawing);
