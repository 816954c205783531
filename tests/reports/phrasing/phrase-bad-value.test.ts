import { expect, test } from "vitest";
import { phraseBadValue } from "../../../reports/phrasing/phrase-bad-value.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { BadValue } from "../../../reports/report/report.ts";

test("phraseBadValue() has a sentence for every reason", () => {
  const reasons = schema.definitions.badValue.properties.reason.enum as BadValue["reason"][];
  expect(`\n${reasons.map((reason) => phraseBadValue({ reason, path: "" })).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Your function returned \`undefined\`. Is a \`return\` missing?
    Your function returned \`null\`.
    Your function returned a string. Did you use \`+\` on a tensor? JavaScript turns that into text: use \`.add()\` instead.
    Your function returned a bigint. Use plain numbers.
    Your function returned a boolean.
    Your function returned a symbol.
    Your function returned a function. Was it meant to be called?
    Your function returned a promise. Await what is put into the result.
    Your function returned a date.
    Your function returned an object of a class, or a proxy. Return plain objects, arrays, numbers and tensors.
    Your function returned a typed array. Turn it into a tensor or a plain array.
    Your function returned an array with gaps or with rows of unequal length.
    Your function returned an array that mixes numbers with other things.
    Your function returned an object that only looks like an array.
    Your function returned an iterator. Turn it into an array, for instance with \`[...values]\`.
    Your function returned an object that only looks like a tensor. Probably its numbers do not fit its shape: rows of unequal length, a list of tensors given to \`tf.tensor\` (for that there is \`tf.stack\`), or an entry of the shape that is missing.
    Your function returned a tensor that was already disposed. \`tf.tidy\` disposes of what its function makes and does not return: return it from there, keep it with \`tf.keep\`, or leave \`dispose()\` out.
    Your function returned a tensor that was kept from an earlier call. Compute the result anew in each call.
    Your function returned a tensor whose type cannot be graded. Use float32, int32 or bool.
    Your function returned an object that is nested too deeply.
    Your function returned a value that is too large.
    Your function returned an object with a property that threw when it was read.
    Your function returned something that could not be read.
    "
  `);
});

test("phraseBadValue() names the place inside the result", () => {
  expect(phraseBadValue({ reason: "null", path: "[2].X\u0000" })).toMatchInlineSnapshot(
    `"\`[2].X\\u0000\` of the result is \`null\`."`,
  );
});
