import { classDe } from "./de/class.ts";
import { courseDe } from "./de/course.ts";
import { errorsDe } from "./de/errors.ts";
import { findingsDe } from "./de/findings.ts";
import { gradebookDe } from "./de/gradebook.ts";
import { pagesDe } from "./de/pages.ts";
import { questionsDe } from "./de/questions.ts";
import { quizDe } from "./de/quiz.ts";
import { regradeDe } from "./de/regrade.ts";
import { statementsDe } from "./de/statements.ts";
import { tensorErrorsDe } from "./de/tensor-errors.ts";
import type { en } from "./en.ts";

/** Everything that people read, in German. Short sentences without "du" and "Sie", as in a handbook. */
export const de = {
  ...statementsDe,
  ...findingsDe,
  ...errorsDe,
  ...tensorErrorsDe,
  ...pagesDe,
  ...questionsDe,
  ...quizDe,
  ...classDe,
  ...courseDe,
  ...regradeDe,
  ...gradebookDe,
} as const satisfies Record<keyof typeof en, string>;
