import { phraseClues } from "../phrasing/phrase-clue.ts";
import type { ExerciseReport } from "../report/report.ts";
import { type RichText, richText } from "./page-text.ts";
import { type SourceView, sourceView } from "./source-view.ts";

/** A fact about the student's own lines, with these. */
export type ClueView = { readonly sentence: RichText; readonly place: SourceView | null };

/** The clues of an exercise for a template. */
export const cluesView = (exercise: Pick<ExerciseReport, "clues">): readonly ClueView[] =>
  phraseClues(exercise).map(({ sentence, lines }) => ({
    sentence: richText(sentence),
    place: lines === null ? null : sourceView(lines),
  }));
