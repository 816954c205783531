import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compilerRuns } from "../../../graders/types/compiler-run.ts";
import { findCompiler } from "../../../graders/types/find-compiler.ts";
import { typeErrors } from "../../../graders/types/type-errors.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { findIn, linesOf, ofFiles, ofText, sourceBytes, typedAssignment } from "./submissions.ts";

test("typeErrors() tells each error with its file, line, column and length in UTF-16 units", async () => {
  const text = [
    'import * as tf from "@tensorflow/tfjs";',
    'import type { Params } from "gradecheck";',
    'const größe = "ä€𝒳", n: number = "text";',
    "const t: number = tf.zeros([2, 3]);",
    "export const f = (parameters: Params) => parameters.W1.mul(1, 2) ?? größe ?? n ?? t;",
  ].join("\r\n");
  expect(await linesOf(ofText(text))).toMatchInlineSnapshot(`
    [
      "submission.ts:3:23+1 2322 Type 'string' is not assignable to type 'number'.",
      "submission.ts:4:7+1 2322 Type 'Tensor<Rank>' is not assignable to type 'number'.",
      "submission.ts:5:63+1 2554 Expected 1 arguments, but got 2.",
    ]
  `);
});

test("typeErrors() tells where a function does not fit the contract, at its definition", async () => {
  const text = `
import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";
// updateLr comes below
export const updateLr = (learningRate0: string) => Number(learningRate0);
const scheduleLrDecay = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e;
export { scheduleLrDecay };
export async function initializeVelocity(parameters: Params) {
  Object.keys(parameters);
}
export const initializeAdam = 3;
export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, size = 64, rng: Rng) {
  return [[X, Y, size, rng]];
}
`;
  expect(await linesOf(ofText(text))).toMatchInlineSnapshot(`
    [
      "submission.ts:5:14+8 2322 updateLr Types of parameters 'learningRate0' and 'learningRate0' are incompatible. Type 'number' is not assignable to type 'string'.",
      "submission.ts:6:7+15 2322 scheduleLrDecay Target signature provides too few arguments. Expected 5 or more, but got 4.",
      "submission.ts:8:23+18 2322 initializeVelocity Type 'void' is not assignable to type 'object'.",
      "submission.ts:11:14+14 2322 initializeAdam Type 'number' is not assignable to type '(parameters: any) => unknown'.",
      "submission.ts:12:17+17 2322 randomMiniBatches Type '(number | Rng | Tensor2D)[]' is missing the following properties from type '{ readonly X: Tensor<Rank>; readonly Y: Tensor<Rank>; }': X, Y",
    ]
  `);
});

test("typeErrors() takes what is right at run time: any rank, numbers for scalars, dictionaries with named keys, functions not written", async () => {
  const text = `
import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
type Named = { W1: tf.Tensor2D; b1: tf.Tensor2D };
export const updateParametersWithGd = ({ W1, b1 }: Named, grads: { dW1: tf.Tensor; db1: tf.Tensor }, rate: number) => ({
  W1: W1.sub(grads.dW1.mul(rate)) as tf.Tensor,
  b1: b1.sub(grads.db1.mul(rate)),
});
export const updateLr = (a: number, b: number, c: number) => tf.scalar(a / (1 + b * c));
export const initializeVelocity = async (parameters: Params): Promise<Params> =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]): [string, tf.Tensor2D] => ["d" + key, tf.zerosLike(value)]));
const product: tf.Tensor2D = tf.matMul(tf.ones([2, 2]), tf.ones([2, 2])).transpose().mul(2);
export const other = product;
export function initializeAdam(parameters: Params): never {
  throw new Error("Not implemented: initializeAdam " + parameters.W1.rank);
}
`;
  expect(await linesOf(ofText(text))).toEqual([]);
});

test("typeErrors() finds the same each time, and whatever stands beside a submission", async () => {
  const wrong = ofText("export const updateLr = (a: string, b: number): number => a * b;\n");
  const right = ofText("export const updateLr = (a: number, b: number, c: number): number => a / (1 + b * c);\n");
  const [alone] = await findIn(wrong);
  const [first, second, third] = await findIn(right, wrong, wrong);
  expect(alone?.errors).not.toHaveLength(0);
  expect(first?.errors).toEqual([]);
  expect(second).toEqual(alone);
  expect(third).toEqual(alone);
});

test("typeErrors() follows the imports of a folder as they are bundled", async () => {
  const files = ofFiles({
    "submission.ts": 'export { updateLr } from "./rates";\nexport * from "./deep/index.js";\n',
    "rates.ts": "export const updateLr = (a: number): string => String(a);\n",
    "deep/index.ts": 'import { one } from "../one.ts";\nexport const two: string = one;\n',
    "one.ts": "export const one = 1;\n",
    "unused.ts": "export const three: string = 3;\n",
  });
  expect(await linesOf(files)).toMatchInlineSnapshot(`
    [
      "deep/index.ts:2:14+3 2322 Type 'number' is not assignable to type 'string'.",
      "rates.ts:1:14+8 2322 updateLr Type 'string' is not assignable to type 'number | Tensor<Rank>'.",
    ]
  `);
});

test("typeErrors() starts one compiler for a class of 50", async () => {
  const folder = join((await typedAssignment()).directory, "examples");
  const names = (await readdir(folder)).filter((name) => name !== "README.md");
  const paths = Array.from({ length: 50 }, (_, i) => join(folder, names[i % names.length] ?? ""));
  const before = compilerRuns.started;
  const found = await typeErrors(
    paths.map((path) => () => readSubmission(path)),
    await typedAssignment(),
    { sourceBytes },
  );
  expect(compilerRuns.started - before).toBe(1);
  const wrong = names.filter((_, i) => (found[i]?.errors.length ?? 0) > 0);
  expect(wrong).toMatchInlineSnapshot(`
    [
      "s26-syntax-error.ts",
      "s27-lists-instead-of-records.ts",
      "s28-forgot-return.ts",
      "s30-imports-another-package.ts",
    ]
  `);
});

test("typeErrors() looks for nothing where no compiler fits, and says so", async () => {
  expect(findCompiler("plan9-mips")).toBeUndefined();
  const before = compilerRuns.started;
  const options = { sourceBytes, compiler: null };
  const found = await typeErrors([() => ofText("export const x: string = 1;")], await typedAssignment(), options);
  expect(found).toEqual([{ errors: [], unchecked: "no-compiler" }]);
  expect(compilerRuns.started).toBe(before);
});

test("typeErrors() has nothing to say of what cannot be read", async () => {
  const found = await typeErrors(
    [() => ({ name: "gone.ts", unread: "no such file" }), () => ({ name: "x.ts", bytes: new Uint8Array([0, 1]) })],
    await typedAssignment(),
    { sourceBytes },
  );
  expect(found).toEqual([undefined, undefined]);
});
