// Letters, those of German too, digits, space and a few signs; groups and alternatives; parts that may be left out. No repetition.
const allowed = /^(?:[a-zäöüß0-9 ,'/-]|\(\?:|[()|?]|\\[.+*^()-]|\[[a-zäöüß0-9 ,'/-]+\])+$/;
const mostBranches = 12;

/**
 * A pattern of a key as a regular expression for a whole answer. Patterns have no repetition, and few optional parts
 * and alternatives, so that no answer can make them slow: there are at most 2^12 ways to match.
 * @throws SyntaxError where the pattern uses anything else, or is no regular expression.
 */
export function answerPattern(pattern: string): RegExp {
  const branches = pattern.replaceAll("(?:", "(").split(/[?|]/).length - 1;
  if (!allowed.test(pattern) || branches > mostBranches) {
    throw new SyntaxError(
      `Cannot use the pattern ${JSON.stringify(pattern)}: it may have lower-case letters, digits, spaces, groups, and at most ${mostBranches} of ? and |`,
    );
  }
  return new RegExp(`^(?:${pattern})$`);
}

/** A text answer as patterns see it: composed, in lower case, with single spaces and no full stop at its end. */
export function normalizeTextAnswer(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim()
    .split(/\s+/)
    .join(" ")
    .replace(/\.$/, "");
}
