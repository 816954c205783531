import { openQuiz } from "../../assignments/quiz/load-quiz.ts";
import { translateQuiz } from "../../assignments/quiz/translate-quiz.ts";
import { type LoadedKey, loadQuizKey } from "../../reference/quiz/load-quiz-key.ts";
import { translateKey } from "../../reference/quiz/translate-key.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";
import type { SpokenQuiz } from "./spoken-quiz.ts";

/** What all answers of a run are judged against. */
export type QuizBasis = LoadedKey &
  SpokenQuiz & {
    /** Repeated in the report; grading a quiz draws nothing. */
    readonly seed: number;
  };

/**
 * Questions and key of a quiz in the language that is being written, where the course has both in it. The version is the same in every
 * language, and so is what is right.
 * @throws UnknownAssignmentError, RangeError where there is none of that name; ManifestError where its files cannot be used.
 */
export async function openQuizBasis(id: string, seed: number): Promise<QuizBasis> {
  const quiz = await openQuiz(id);
  const loaded = await loadQuizKey(quiz);
  const language = currentLanguage();
  if (language === languages[0]) return { ...loaded, quiz, seed };
  const translated = await translateQuiz(quiz, language);
  const key = translated && (await translateKey(loaded.key, translated, language));
  if (translated === undefined || key === undefined) return { ...loaded, quiz, seed, foreign: languages[0] };
  return { ...loaded, quiz: translated, key, seed };
}
