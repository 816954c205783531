import { expect, test } from "vitest";
import { cutToWidth, padToWidth } from "../../../reports/terminal/fit-text.ts";

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
