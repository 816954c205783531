import { expect, test } from "vitest";
import { phraseList } from "../../../../reports/phrasing/text/sentence.ts";

test("phraseList() joins words and counts those beyond the limit", () => {
  expect(phraseList([])).toBe("");
  expect(phraseList(["a"])).toBe("a");
  expect(phraseList(["a", "b", "c"])).toBe("a, b and c");
  expect(phraseList(["a", "b", "c", "d"], 3)).toBe("a, b and 2 more");
});
