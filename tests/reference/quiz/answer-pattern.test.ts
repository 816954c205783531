import { describe, expect, test } from "vitest";
import { answerPattern, normalizeTextAnswer } from "../../../reference/quiz/answer-pattern.ts";

describe("answerPattern()", () => {
  test("answerPattern() matches whole answers only", () => {
    const pattern = answerPattern("early[ -]?stop(?:ping)?|a");
    for (const text of ["early stopping", "early-stop", "earlystopping", "a"]) expect(pattern.test(text)).toBe(true);
    for (const text of ["no early stopping", "early stopping it", "ab", "early  stop", ""])
      expect(pattern.test(text)).toBe(false);
  });

  test.each(["(?:a+)+", "a*", "a{2,}", ".", "(?=a)a", "(a)\\1", "^a", "\\w", "[^a]", "(?:a|b", "A", "a?".repeat(13)])(
    "answerPattern() refuses %s",
    (pattern) => {
      expect(() => answerPattern(pattern)).toThrow(SyntaxError);
    },
  );

  test("answerPattern() stays fast where patterns go wrong: many optional parts, a long answer", () => {
    const pattern = answerPattern(`${"a?".repeat(12)}${"a".repeat(12)}b`);
    const started = performance.now();
    for (let i = 0; i < 100; i++) pattern.test("a".repeat(200));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("normalizeTextAnswer() makes no difference between ways of typing the same words", () => {
  for (const text of ["Early-Stopping", " early\u2011stopping. ", "EARLY-STOPPING"])
    expect(normalizeTextAnswer(text)).toBe("early-stopping");
  expect(normalizeTextAnswer("Early \t\n stopping")).toBe("early stopping");
});
