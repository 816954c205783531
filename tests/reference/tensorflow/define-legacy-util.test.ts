import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { defineLegacyUtil } from "../../../reference/tensorflow/define-legacy-util.ts";

test("defineLegacyUtil() gives node:util what tfjs-node calls, twice over", () => {
  defineLegacyUtil();
  defineLegacyUtil();
  const util = createRequire(import.meta.url)("util");
  expect([null, undefined, 0, ""].map(util.isNullOrUndefined)).toEqual([true, true, false, false]);
  expect([[], "", { length: 0 }].map((value) => util.isArray(value))).toEqual([true, false, false]);
});
