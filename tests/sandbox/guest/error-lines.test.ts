import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner } from "../run-source.ts";

expectNothingLeft();

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

/** Runs a body, whose line with `HERE` is the one to be named. @returns The line that is named, and the one expected. */
async function lines(body: string, head = "export function f(): any {"): Promise<{ found: unknown; expected: number }> {
  const source = `import * as tf from "@tensorflow/tfjs";\n\nconst wrong = () => [tf.ones([2, 3]), tf.ones([2, 3])] as any;\n${head}\n${body}\n}\n`;
  const [run] = await runner.cases(source);
  if (run?.outcome !== "threw") throw new Error(`${body} ends with ${JSON.stringify(run)}`);
  return { found: run.error.line, expected: source.split("\n").findIndex((line) => line.includes("HERE")) + 1 };
}

const bodies = [
  ["tf.matMul", "const [a, b] = wrong();\nreturn tf.matMul(a, b); // HERE"],
  ["a chained method", "const [a, b] = wrong();\nreturn a.relu()\n  .matMul(b); // HERE"],
  ["tf.add of shapes that do not broadcast", "return tf.add(tf.ones([2, 3]), tf.ones([4])); // HERE"],
  ["tf.reshape", "return tf.ones([2, 3]).reshape([4, 2]); // HERE"],
  ["tf.concat", "return tf.concat([tf.ones([2, 3]), tf.ones([4, 5])] as any); // HERE"],
  ["tf.gather of a wrong type", "return tf.gather(tf.ones([3]), tf.tensor1d([0.5])); // HERE"],
  ["a disposed tensor", "const a = tf.ones([2]);\na.dispose();\nreturn a.add(1); // HERE"],
  ["tf.tidy", "return tf.tidy(() => {\n  const [a, b] = wrong();\n  return tf.matMul(a, b); // HERE\n});"],
  [
    "tf.tidy in tf.tidy in tf.tidy",
    "return tf.tidy(() => tf.tidy(() => tf.tidy(() =>\n  tf.ones([2, 3]).reshape([4, 2]) // HERE\n)));",
  ],
  [
    "tf.variableGrads",
    "const W = tf.variable(tf.ones([2, 3]));\nreturn tf.variableGrads(() => {\n  return tf.matMul(W, W).sum() as any; // HERE\n});",
  ],
  [
    "tf.variableGrads of no scalar",
    "const W = tf.variable(tf.ones([2, 3]));\nreturn tf.variableGrads(() => W.square() as any); // HERE",
  ],
  ["tf.grad", "return tf.grad((x) =>\n  tf.matMul(x as any, x as any) // HERE\n)(tf.ones([2, 3]));"],
  [
    "an optimizer's minimize",
    "const W = tf.variable(tf.ones([2, 3]));\ntf.train.adam(0.1).minimize(() =>\n  W.matMul(W as any).sum() as any // HERE\n);",
  ],
  ["tf.losses", "return tf.losses.softmaxCrossEntropy(tf.ones([2, 3]), tf.ones([4, 3])); // HERE"],
  ["a layer", "return tf.layers.dense({ units: 2, inputShape: [3] }).apply(tf.ones([4])); // HERE"],
  [
    "a helper function",
    "const helper = (a: any, b: any) => tf.matMul(a, b); // HERE\nconst [a, b] = wrong();\nreturn helper(a, b);",
  ],
  ["a callback of map", "return [1].map(() => {\n  const [a, b] = wrong();\n  return tf.matMul(a, b); // HERE\n});"],
  ["a native method", "return JSON.parse('{'); // HERE"],
  [
    "deep recursion in the library's call",
    "const deep = (n: number): any => n === 0\n  ? tf.ones([2]).reshape([3]) // HERE\n  : tf.tidy(() => deep(n - 1));\nreturn deep(12);",
  ],
] as const;

const asyncBodies = [
  ["an async function", "await null;\nconst [a, b] = wrong();\nreturn tf.matMul(a, b); // HERE"],
  [
    "an awaited helper",
    "const helper = async () => {\n  await tf.ones([1]).data();\n  return tf.ones([2, 3]).reshape([5]); // HERE\n};\nreturn await helper();",
  ],
  ["a callback of then", "return tf.ones([1]).data().then(() =>\n  tf.ones([2, 3]).reshape([5]) // HERE\n);"],
  [
    "a timer behind a promise",
    "return new Promise((_, reject) => setTimeout(() => {\n  try {\n    tf.ones([2]).reshape([3]); // HERE\n  } catch (error) {\n    reject(error);\n  }\n}, 5));",
  ],
  [
    "training",
    "const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });\nmodel.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\nawait model.fit(tf.ones([4, 2]), tf.ones([4, 1])); // HERE",
  ],
  [
    "another error's cause",
    "try {\n  tf.ones([2]).reshape([3]);\n} catch (cause) {\n  throw new Error('x'.repeat(5000), { cause }); // HERE\n}",
  ],
] as const;

describe("an exception that TensorFlow.js throws names the line of the submission", () => {
  it.each(bodies)("in %s", async (_, body) => {
    const { found, expected } = await lines(body);
    expect(found).toBe(expected);
  });

  it.each(asyncBodies)("in %s", async (_, body) => {
    const { found, expected } = await lines(body, "export async function f(): Promise<any> {");
    expect(found).toBe(expected);
  });

  it("at the top level", async () => {
    const run = await runner.run(
      'import * as tf from "@tensorflow/tfjs";\nexport const f = () => 1;\ntf.matMul(tf.ones([2, 3]), tf.ones([2, 3]));\n',
    );
    expect(run).toMatchObject({ loaded: false, failure: { line: 3 } });
  });
});
