import { expect, test } from "vitest";
import { phraseDuration } from "../../../../reports/phrasing/text/phrase-duration.ts";

test("phraseDuration() names the two largest units there are", () => {
  expect([0, 1, 59, 60, 3661, 7200, 86_400, 86_401, 97_261].map(phraseDuration)).toEqual([
    "0 seconds",
    "1 second",
    "59 seconds",
    "1 minute",
    "1 hour and 1 minute",
    "2 hours",
    "1 day",
    "1 day and 1 second",
    "1 day and 3 hours",
  ]);
});
