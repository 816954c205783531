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
  "status.passed": "passed",
  "status.partial": "partly passed",
  "status.failed": "not passed",
  "status.not-implemented": "not implemented",
  "status.skipped": "skipped",
  "status.grader-error": "not graded",
  "status.not-exported": "not exported",
  "status.not-found": "not found",

  "student-status.graded": "graded",
  "student-status.not-gradable": "not gradable",
  "student-status.grader-error": "to be graded again",
  "student-status.missing": "missing",

  "outcome.passed": "passed",
  "outcome.wrong": "wrong",
  "outcome.threw": "threw an error",
  "outcome.not-implemented": "not implemented",
  "outcome.timeout": "out of time",
  "outcome.memory": "out of memory",
  "outcome.crashed": "crashed",
  "outcome.bad-value": "not a gradable value",
  "outcome.skipped": "skipped",
  "outcome.grader-error": "not graded",

  "cases.all-hidden-passed": "Hidden cases: all {passed} passed.",
  "cases.hidden": "Hidden cases: {passed} of {total} passed; {counts}.",
  "cases.visible": "Visible cases: {passed} of {total} pass",
  "cases.passed-of": "{passed} of {total, plural, one {{total} case} other {{total} cases}}",
  "cases.hidden-note": "Hidden cases count too; they are run when your work is graded. This is not a mark.",
} as const satisfies Record<string, string>;
