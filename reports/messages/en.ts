import { classEn } from "./en/class.ts";
import { courseEn } from "./en/course.ts";
import { errorsEn } from "./en/errors.ts";
import { findingsEn } from "./en/findings.ts";
import { gradebookEn } from "./en/gradebook.ts";
import { pagesEn } from "./en/pages.ts";
import { questionsEn } from "./en/questions.ts";
import { quizEn } from "./en/quiz.ts";
import { regradeEn } from "./en/regrade.ts";
import { statementsEn } from "./en/statements.ts";
import { tensorErrorsEn } from "./en/tensor-errors.ts";

/*
 * Everything that people read, in English: the source of the keys.
 *
 * A key is `theme.what`: the theme is the file or page that says it (`status`, `outcome`, `mismatch`, `page`, `terminal` …), what follows
 * is the code of the fact, or two or three words. Keys of one theme stand together. A sentence is one message, never glued from pieces:
 * other languages order their words in another way. What a message takes has a name: `{path}`.
 *
 * Messages are ICU MessageFormat, of which three forms are used:
 *   {name}                                              a text or number, written as it is
 *   {count, plural, one {{count} case} other {{count} cases}}   `count` is a number; `#` is not used, it would group digits
 *   {kind, select, first {…} other {…}}                 a word that decides; without `other` the types know all words
 * Numbers that are not counts are formatted before (`formatNumber`, `formatPoints`), code is put in a `codeSpan`. An apostrophe is
 * written as it is, but '{' in quotes is a brace. A message that a template shows (`{{t "page.key" name=value}}`) is put there as markup,
 * with its values escaped: so no message has `<`, `>`, `&` or `"`.
 *
 * A new message is written here and in every other language, then `npm run generate` compiles them; a test says what is missing.
 * Code that has a key as a word asks for it by its whole name, or by its theme and a code: message(`outcome.${outcome}`).
 */
export const en = {
  ...statementsEn,
  ...findingsEn,
  ...errorsEn,
  ...tensorErrorsEn,
  ...pagesEn,
  ...questionsEn,
  ...quizEn,
  ...classEn,
  ...courseEn,
  ...regradeEn,
  ...gradebookEn,
} as const satisfies Record<string, string>;
