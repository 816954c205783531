import { expect, test } from "vitest";
import { findDuplicateKeys, quoteNonFinite } from "../../../assignments/quiz/json-text.ts";

test("findDuplicateKeys() finds keys of the outer object and of objects in it, with their lines", () => {
  const text = '{\n"a": {"x": 1,\n "y": {"z": 1, "z": 2}, "\\u0078": 3},\n"b": [{"x": 1, "x": 2}],\n"a": 1}';
  expect(findDuplicateKeys(text)).toEqual([
    { under: "a", key: "x", lines: [2, 3] },
    { under: null, key: "a", lines: [2, 5] },
  ]);
});

test("findDuplicateKeys() takes no text, bracket or colon inside a string for structure", () => {
  expect(findDuplicateKeys('{"a": "\\"a\\": {", "b": "a", "c": ["a", "a"], "d": "}", "e": {"a": 1}}')).toEqual([]);
});

test("quoteNonFinite() changes NaN and Infinity outside strings, and nothing else", () => {
  expect(quoteNonFinite('{"NaN": NaN, "b": [-Infinity, "Infinity \\" NaN", 1e5, null]}')).toBe(
    '{"NaN": "NaN", "b": ["-Infinity", "Infinity \\" NaN", 1e5, null]}',
  );
  expect(quoteNonFinite("no JSON \u0000 NaN")).toBe("no JSON \u0000 NaN");
});
