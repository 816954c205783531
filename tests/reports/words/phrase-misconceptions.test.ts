import { expect, test } from "vitest";
import { phraseMisconceptions } from "../../../reports/words/phrase-misconceptions.ts";

test("phraseMisconceptions() makes words of names", () => {
  expect(phraseMisconceptions(["drops-last-batch", "no-shuffle"])).toBe("drops last batch and no shuffle");
  expect(phraseMisconceptions([])).toBeNull();
});
