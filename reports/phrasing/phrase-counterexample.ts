import { message } from "../messages/message.ts";
import type { Counterexample } from "../report/report.ts";

/** What is said of a smaller case that fails as hidden ones do. */
export type CounterexampleWords = {
  readonly heading: string;
  readonly about: string;
  /** What to type to see the case again. */
  readonly command: string;
};

/** A counterexample in words; the case itself is shown like a visible one. */
export function phraseCounterexample({ token }: Pick<Counterexample, "token">): CounterexampleWords {
  const [assignment = ""] = token.split(":");
  return {
    heading: message("counterexample.heading"),
    about: message("counterexample.about"),
    command: `gradecheck check ${assignment} ${message("counterexample.file")} --case ${token}`,
  };
}
