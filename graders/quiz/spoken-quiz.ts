import { openQuiz } from "../../assignments/quiz/load-quiz.ts";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { translateQuiz } from "../../assignments/quiz/translate-quiz.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";

/** A quiz for people to read. */
export type SpokenQuiz = {
  readonly quiz: Quiz;
  /** What it is in, where that is not the language that is being written. */
  readonly foreign?: "en";
};

/**
 * The questions of a quiz in the language that is being written, where the course has them in it.
 * @throws UnknownAssignmentError, RangeError where there is none of that name; ManifestError where its files cannot be used.
 */
export async function openSpokenQuiz(id: string): Promise<SpokenQuiz> {
  const quiz = await openQuiz(id);
  const language = currentLanguage();
  if (language === languages[0]) return { quiz };
  const translated = await translateQuiz(quiz, language);
  return translated === undefined ? { quiz, foreign: languages[0] } : { quiz: translated };
}
