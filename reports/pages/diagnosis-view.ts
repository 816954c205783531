import { phraseMisconceptions } from "../phrasing/phrase-misconceptions.ts";
import { phrasePlace } from "../phrasing/phrase-source.ts";
import type { ExerciseReport } from "../report/report.ts";
import { type RichText, richText } from "./page-text.ts";
import { type SourceView, sourceView } from "./source-view.ts";

/** The recognised mistake, or the alternatives. */
export type DiagnosisView = {
  readonly heading: string;
  readonly mistakes: readonly MistakeView[];
};

/** A mistake, and where to look for it. */
type MistakeView = {
  readonly name: RichText;
  readonly explanation: RichText | null;
  readonly foreign: "en" | null;
  readonly place: SourceView | null;
  /** Whether the place is shown without a click. */
  readonly isFirstPlace: boolean;
};

/** The view of what was probably done wrong; null where nothing was recognised. */
export function diagnosisView(exercise: ExerciseReport): DiagnosisView | null {
  const words = phraseMisconceptions(exercise);
  if (words === null) return null;
  const [first] = exercise.places ?? [];
  const mistakes = words.mistakes.map(({ name, explanation, language }, at) => {
    const id = exercise.misconceptions[at];
    const place = exercise.places?.find(({ misconception }) => misconception === id);
    return {
      foreign: language ?? null,
      name: richText(name),
      explanation: explanation === null ? null : richText(explanation),
      place: place === undefined ? null : sourceView(phrasePlace(place)),
      isFirstPlace: place !== undefined && place === first,
    };
  });
  return { heading: words.heading, mistakes };
}
