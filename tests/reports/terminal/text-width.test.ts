import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { textWidth, wrapText } from "../../../reports/terminal/text-width.ts";

test("wrapText() keeps every line within the width and every character", () => {
  const text = `one two ${"x".repeat(25)} three 深層学習深層学習 end`;
  for (let width = 2; width < 40; width += 1) {
    const lines = wrapText(text, width);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  }
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
});

test("textWidth() counts wide characters twice and combining marks not at all", () => {
  expect(textWidth("a深e\u0301🙂")).toBe(6);
});

test("textWidth() and wrapText() know each letter as the packages do that know all of them", () => {
  for (let code = 0x20; code < 0x2800; code++) {
    const letter = String.fromCharCode(code);
    expect(textWidth(letter), code.toString(16)).toBe(stringWidth(letter));
    expect(textWidth(`${letter}\ufe0f`), code.toString(16)).toBe(stringWidth(`${letter}\ufe0f`));
    expect(wrapText(letter, 2), code.toString(16)).toEqual(wrapAnsi(letter, 2, { hard: true }).split("\n"));
  }
});

test("wrapText() breaks lines where wrap-ansi does", () => {
  const word = fc.string({
    unit: fc.constantFrom("a", "bc", "·", "█", "Δ", "深", "e\u0301", "\t", "\u001b[1m"),
    maxLength: 12,
  });
  const words = fc.array(fc.oneof(word, fc.constantFrom("", "a", "the", "of", "…")), { maxLength: 20 });
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 24 }), (some, width) => {
      const text = some.join(" ");
      expect(wrapText(text, width)).toEqual(wrapAnsi(text, Math.max(2, width), { hard: true }).split("\n"));
    }),
    { numRuns: 1000 },
  );
});
