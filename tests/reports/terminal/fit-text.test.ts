import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cutToWidth, padToWidth, wrapText } from "../../../reports/terminal/fit-text.ts";

test("wrapText() keeps every line within the width and every character", () => {
  const text = `one two ${"x".repeat(25)} three 深層学習深層学習 end`;
  for (let width = 2; width < 40; width += 1) {
    const lines = wrapText(text, width);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  }
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
});

test("stringWidth() counts wide characters twice and combining marks not at all", () => {
  expect(stringWidth("a深e\u0301🙂")).toBe(6);
});

test("padToWidth() and cutToWidth() work in columns", () => {
  expect(padToWidth("深", 4)).toBe("深  ");
  expect(padToWidth("5", 3, "right")).toBe("  5");
  expect(cutToWidth("深層学習", 6)).toBe("深層…");
  expect(padToWidth("「深」", 8)).toBe("「深」  ");
  expect(padToWidth("ﾃｽﾄ", 4)).toBe("ﾃｽﾄ ");
});

test("cutToWidth() never cuts a letter from its marks or an emoji apart", () => {
  expect(cutToWidth("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301…");
  expect(cutToWidth("👩‍👩‍👧 and more", 3)).toBe("👩‍👩‍👧…");
  expect(cutToWidth("👩‍👩‍👧 and more", 2)).toBe("…");
});
