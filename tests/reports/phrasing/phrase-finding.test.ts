import { expect, test } from "vitest";
import { phraseFinding } from "../../../reports/phrasing/phrase-finding.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { Finding } from "../../../reports/report/report.ts";

const findings: readonly Finding[] = [
  { code: "transposed" },
  { code: "negated" },
  { code: "factor", factor: 5, named: "m" },
  { code: "factor", factor: 0.2, named: "1/m" },
  { code: "factor", factor: 1.5 },
  { code: "factor", factor: 0.5 },
  { code: "factor", factor: -2, named: "-2" },
  { code: "offset", offset: -0.5 },
  { code: "permuted" },
  { code: "reversed" },
  { code: "shape-only" },
  { code: "summed-over-axis", axis: 0 },
  { code: "summed-over-axis", axis: 1, key: "dZ2" },
  { code: "float-precision" },
  { code: "all-zero" },
  { code: "unchanged-input", key: "parameters.W1" },
  { code: "step-negated" },
  { code: "step-factor", factor: 10, named: "1/(1 - beta)" },
  { code: "step-factor", factor: 0.1 },
  { code: "equals-other-key", key: "db1" },
  { code: "rounded", decimals: 4 },
  { code: "rounded", decimals: 0 },
  { code: "rounded", digits: 3 },
  { code: "repeated", axis: 0 },
  { code: "repeated", axis: 1, path: "cache.D1" },
  { code: "repeated" },
  { code: "clipped", low: -1 },
  { code: "clipped", high: 6 },
  { code: "clipped", low: -1, high: 1 },
  { code: "items-permuted" },
  { code: "items-missing", count: 1 },
  { code: "items-missing", count: 3, item: "{ alpha: 0.1, units: 20 }" },
  { code: "items-surplus", count: 2 },
];

test("phraseFinding() has a sentence for every finding", () => {
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(schema.definitions.finding.properties.code.enum));
  expect(`\n${findings.map(phraseFinding).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Your values are the expected ones transposed: rows and columns are exchanged.
    Your values are the expected ones with the opposite sign.
    Your values are \`m\` times too large (a factor of 5).
    Your values are too small by a factor of \`1/m\` (0.2).
    Your values are 1.5 times too large.
    Your values are 0.5 times the expected ones.
    Your values are the expected ones times -2.
    Your values are the expected ones minus 0.5.
    Your values are the expected ones in another order.
    Your values are the expected ones in reverse order.
    Your values are right; only their shape differs.
    Your values are the expected ones summed over axis 0.
    Your values are those of \`dZ2\` summed over axis 1.
    Your values differ only in the last digits: the formula seems right, but it loses precision on the way.
    Your values are all zero.
    Your values are those of the input \`parameters.W1\`, returned unchanged.
    The step goes in the opposite direction: the update was added where it should be subtracted.
    The step is \`1/(1 - beta)\` times too large (a factor of 10).
    The step is 0.1 times the expected one.
    Your values are those of \`db1\`.
    Your values are the expected ones, rounded to 4 decimals.
    Your values are the expected ones, rounded to whole numbers.
    Your values are the expected ones, rounded to 3 significant digits.
    All rows of your values are the same; the expected ones are not.
    \`cache.D1\`: all columns of your values are the same; the expected ones are not.
    Your values are all the same; the expected ones are not.
    Your values are the expected ones, cut off below -1.
    Your values are the expected ones, cut off above 6.
    Your values are the expected ones, cut off below -1 and above 1.
    Your list holds the right items in another order.
    One of the expected items is missing; the others are right.
    3 of the expected items are missing, the first of them \`{ alpha: 0.1, units: 20 }\`; the others are right.
    Your list holds all expected items, and 2 more.
    "
  `);
});
