import { expect, test } from "vitest";
import { longestLine } from "../../../graders/source/cut-line.ts";
import { excerptAt } from "../../../graders/source/excerpt-at.ts";
import { studentSource } from "../../../graders/source/student-source.ts";
import { sourceOf } from "./student-code.ts";

const at = (text: string, line: number, column?: number) =>
  excerptAt(sourceOf(text), { file: "submission.ts", line, ...(column !== undefined && { column }) });
/** What the caret stands below. */
const marked = (text: string, line: number, column: number): string | undefined => {
  const found = at(text, line, column);
  const shown = found?.lines[found.line - found.firstLine];
  return found && shown?.slice(found.column - 1, found.column - 1 + (found.length ?? 1));
};

const five = "one\ntwo\nthree\nfour\nfive";

test("excerptAt() gives two lines before and one behind, fewer at the ends of a file", () => {
  expect(at(five, 3, 1)).toEqual({
    firstLine: 1,
    lines: ["one", "two", "three", "four"],
    line: 3,
    column: 1,
    length: 5,
  });
  expect(at(five, 1, 1)).toMatchObject({ firstLine: 1, lines: ["one", "two"] });
  expect(at(five, 5, 2)).toMatchObject({ firstLine: 3, lines: ["three", "four", "five"], column: 2, length: 3 });
  expect(at(`${five}\n`, 5, 1)?.lines).toEqual(["three", "four", "five", ""]);
});

test("excerptAt() finds the name at a column behind tabs, emoji and other line ends", () => {
  expect(marked("\t\tf(tf.matMul(a, b))", 1, 8)).toBe("matMul");
  const line = "const s = '😀👩‍👩‍👧'; boom()";
  expect(marked(line, 1, line.indexOf("boom") + 1)).toBe("boom");
  expect(marked("a\r\nb\rc\u2028boom();", 4, 1)).toBe("boom");
  expect(at("a\r\nb\r\nc", 2, 1)?.lines).toEqual(["a", "b", "c"]);
  expect(marked("x = größe + 1", 1, 5)).toBe("größe");
  expect(marked("a + (b)", 1, 5)).toBe("(");
});

test("excerptAt() cuts a long line around the place, through no character", () => {
  const line = `${"😀".repeat(500)}boom()${"😀".repeat(500)}`;
  expect(marked(line, 1, 1001)).toBe("boom");
  for (let shift = 0; shift < 4; shift++) {
    const shown = at(`${"x".repeat(shift)}${line}`, 1, 1001 + shift)?.lines[0] ?? "";
    expect(shown.isWellFormed()).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(longestLine + 2);
  }
  expect(marked(`${"a ".repeat(500)}last`, 1, 1001)).toBe("last");
  expect(at(`first${" b".repeat(500)}`, 1, 1)?.lines[0]).toMatch(/^first b.*…$/);
});

test("excerptAt() gives nothing for a place that the submission does not have", () => {
  expect(at(five, 6, 1)).toBeUndefined();
  expect(at(five, 1, 5)).toBeUndefined();
  expect(excerptAt(sourceOf(five), { file: "other.ts", line: 1, column: 1 })).toBeUndefined();
  expect(excerptAt(sourceOf(five), {})).toBeUndefined();
  expect(excerptAt(studentSource({ name: "s.ts", unread: "gone" }, 10), { file: "s.ts", line: 1 })).toBeUndefined();
  expect(excerptAt(sourceOf("\0"), { file: "submission.ts", line: 1 })).toBeUndefined();
});

test("excerptAt() is quick in a megabyte of one line, or of line ends", () => {
  const start = performance.now();
  expect(marked(`${"a;".repeat(490_000)}boom()`, 1, 980_001)).toBe("boom");
  expect(at(`${"\n".repeat(990_000)}boom()`, 990_001, 1)?.lines).toEqual(["", "", "boom()"]);
  expect(performance.now() - start).toBeLessThan(400);
});
