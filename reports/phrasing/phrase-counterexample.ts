import { message } from "../messages/message.ts";
import type { Counterexample } from "../report/report.ts";
import { phraseFailure } from "./phrase-case.ts";
import type { NamedExercise } from "./phrase-mismatch.ts";

/** What is said of a smaller case that fails as hidden ones do. */
export type CounterexampleWords = {
  readonly heading: string;
  /** How it fails, in one sentence. */
  readonly lead: string;
  readonly about: string;
  /** What to type to see the case again. */
  readonly command: string;
};

/** A counterexample in words; the case itself is shown like a visible one. */
export function phraseCounterexample(
  { token, case: shown }: Counterexample,
  exercise: NamedExercise,
): CounterexampleWords {
  const [assignment = ""] = token.split(":");
  return {
    heading: message("counterexample.heading"),
    lead: message("counterexample.lead", { failure: phraseFailure(shown, exercise) }),
    about: message("counterexample.about"),
    command: `gradecheck check ${assignment} ${message("counterexample.file")} --case ${token}`,
  };
}
