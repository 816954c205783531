import { expect, test } from "vitest";
import { phraseMismatch, phraseMismatchBriefly } from "../../../reports/phrasing/phrase-mismatch.ts";
import type { Mismatch } from "../../../reports/report/report.ts";

const values: Mismatch = {
  code: "values",
  path: "parameters.b1",
  index: [0, 2],
  expectedAt: 0.25,
  actualAt: 0.5,
  differing: 3,
  total: 6,
};

const mismatches: readonly Mismatch[] = [
  { code: "kind", path: "", expectedKind: "record", actualKind: "number" },
  { code: "kind", path: "[2]", expectedKind: "tensor", actualKind: "martian" },
  { code: "missing-keys", path: "parameters", keys: ["W3", "b3"] },
  { code: "missing-keys", path: "", keys: ["dev"], surplusKeys: ["validation", "rest"] },
  { code: "extra-keys", path: "", keys: ["cache"] },
  { code: "length", path: "", expectedLength: 3, actualLength: 1 },
  { code: "shape", path: "W1", expectedShape: [1, 3], actualShape: [3, 1] },
  { code: "shape", path: "", expectedShape: [], actualShape: [1, 1] },
  { code: "dtype", path: "W1", expectedDtype: "float32", actualDtype: "int32" },
  { code: "non-finite", path: "W1", index: [1, 1], expectedAt: 0.5, actualAt: "NaN", differing: 1, total: 4 },
  values,
  { ...values, differing: 6 },
  { ...values, differing: 1, expectedAt: 0, actualAt: 1e-9 },
  { code: "values", path: "", index: [], expectedAt: 0.5, actualAt: 0.5000001, differing: 1, total: 1 },
  { ...values, path: "", index: [4], expectedAt: 0, actualAt: 2, differing: 3, total: 10, rtol: 0, atol: 0 },
  { code: "values", path: "bestEpoch", index: [], expectedAt: 3, actualAt: 4, total: 1, rtol: 0, atol: 0 },
  { code: "values", path: "highBias", expectedValue: "true", actualValue: "false", differing: 1, total: 1 },
  { code: "kind", path: "", expectedKind: "array", actualKind: "tensor" },
  { code: "input-changed", path: "parameters.W1" },
  { code: "other-draws", path: "" },
  { code: "input-disposed", path: "parameters.W1" },
  { code: "unrepeatable", path: "" },
  { code: "state-kept", path: "" },
  { code: "fails-again", path: "" },
  { code: "property", path: "", property: { id: "falls", sentence: "The loss must fall from epoch to epoch" } },
  { code: "property", path: "" },
];

test("phraseMismatch() says what differs, where and by how much", () => {
  expect(
    `\n${mismatches.map((mismatch) => phraseMismatch(mismatch, { id: "updateLr" })).join("\n")}\n`,
  ).toMatchInlineSnapshot(`
    "
    The result of \`updateLr\` is a number; expected a dictionary.
    \`[2]\` is \`martian\`; expected a tensor.
    \`parameters\` lacks the keys \`W3\` and \`b3\`.
    The result of \`updateLr\` lacks the key \`dev\`; \`validation\` and \`rest\` are not expected there.
    The result of \`updateLr\` has the key \`cache\`, which is not expected there.
    The result of \`updateLr\` has 1 item; expected 3.
    \`W1\` has shape [3, 1]; expected [1, 3].
    The result of \`updateLr\` has shape [1, 1]; expected [] (a single number).
    \`W1\` holds int32 numbers; expected float32.
    \`W1\`: 1 of 4 values differs; at [1, 1]: found NaN, expected 0.5.
    \`parameters.b1\`: 3 of 6 values differ; worst at [0, 2]: found 0.5, expected 0.25 (off by 0.25, 100 %).
    \`parameters.b1\`: all 6 values differ; worst at [0, 2]: found 0.5, expected 0.25 (off by 0.25, 100 %).
    \`parameters.b1\`: 1 of 6 values differs; at [0, 2]: found 1e-9, expected 0 (off by 1e-9).
    The result of \`updateLr\`: found 0.5000001, expected 0.5 (off by 1e-7, 2e-5 %).
    The result of \`updateLr\`: 3 of 10 values differ; the first at [4]: found 2, expected 0.
    \`bestEpoch\`: found 4, expected 3.
    \`highBias\` is \`false\`; expected \`true\`.
    The result of \`updateLr\` is a tensor; expected an array of numbers. \`arraySync()\` reads the numbers of a tensor.
    The call changed its input \`parameters.W1\`; a function must leave its inputs as they were.
    The function returns the right values, but draws more, fewer or other numbers from \`rng\` than it should: every later draw then gives other numbers.
    The call disposed of its input \`parameters.W1\`; whoever called the function may still need it.
    Called twice with the same inputs, the function gave two different results; the same inputs must give the same result.
    Called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call.
    Called again with the same inputs, the function failed, though the first call was right.
    Your result lacks a property that every right answer has: the loss must fall from epoch to epoch.
    Your result lacks a property that every right answer has.
    "
  `);
});

test("phraseMismatchBriefly() says it as a clause", () => {
  expect(`\n${mismatches.map((mismatch) => phraseMismatchBriefly(mismatch)).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    the result is a number instead of a dictionary
    \`[2]\` is \`martian\` instead of a tensor
    \`parameters\` lacks \`W3\` and \`b3\`
    the result lacks \`dev\`
    the result has \`cache\` too many
    the result has 1 instead of 3 items
    \`W1\` has shape [3, 1] instead of [1, 3]
    the result has shape [1, 1] instead of [] (a single number)
    \`W1\` holds int32 instead of float32
    \`W1\` holds NaN where 0.5 is expected
    3 of 6 values of \`parameters.b1\` differ
    all 6 values of \`parameters.b1\` differ
    1 of 6 values of \`parameters.b1\` differs
    the result has a wrong value
    3 of 10 values of the result differ
    \`bestEpoch\` has a wrong value
    \`highBias\` is \`false\` instead of \`true\`
    the result is a tensor instead of an array of numbers
    the call changed its input \`parameters.W1\`
    the values are right, but more, fewer or other numbers are drawn from \`rng\` than should be
    the call disposed of its input \`parameters.W1\`
    called twice with the same inputs, the function gave two different results
    called again after other calls, with the same inputs, the function gave another result: it keeps something from call to call
    called again with the same inputs, the function failed
    a property of every right answer is missing: the loss must fall from epoch to epoch
    a property of every right answer is missing
    "
  `);
});

test("phraseMismatch() makes paths and keys of the student printable and short", () => {
  const sentence = phraseMismatch(
    { code: "extra-keys", path: "a`b\u202e", keys: ["\u001b[2J", "k".repeat(500), "c", "d", "e", "f", "g", "h"] },
    { id: "f" },
  );
  expect(sentence).toMatch(/^`a'b\\u202e` has the keys `\\u001b\[2J`, `k{159}…`, `c`, `d`, `e` and 3 more, which/);
});
