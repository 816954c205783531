import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { Report } from "../report/report.ts";

/** The languages that everything people read is written in. The first one is that of a report that names none. */
export const languages = ["en", "de"] as const;

/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/*
 * Which language is being written is a fact about this process, and not a parameter of some hundred functions that phrase. That is sound
 * because of two rules. The command line sets it once (`speak`), before anything is written, and a command writes in one language. What is
 * made of a stored report is written by `inLanguage` or `stepsIn`, which set its language for as long as one synchronous call takes and
 * set the old one again before anybody else has a turn. So reports of several languages never mix, even when they are written in turns.
 */
let spoken: Language = languages[0];

/** The language that is being written. */
export const currentLanguage = (): Language => spoken;

/** Says which language this process writes, where no report says otherwise. For the command line alone. */
export function speak(language: Language): void {
  spoken = language;
}

/** Does the work in a language. @param work Synchronous: a promise that it returns would go on in another language. */
export function inLanguage<Result>(language: Language, work: () => Result): Result {
  const before = spoken;
  spoken = language;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/** {@link inLanguage} for work that is done in turns: the language holds within each step, and not between them. */
export function* stepsIn<Result>(language: Language, steps: Steps<Result>): Steps<Result> {
  for (;;) {
    const { done, value } = inLanguage(language, () => steps.next());
    if (done) return value;
    yield;
  }
}

/** The language in which a report was written. */
export const languageOf = ({ language = languages[0] }: Pick<Report, "language">): Language => language;

/** What a new report says of its language: nothing in English, as ever. */
export const ownLanguage = (): Pick<Report, "language"> => (spoken === languages[0] ? {} : { language: spoken });
