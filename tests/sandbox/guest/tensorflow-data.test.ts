import { expect, it } from "vitest";
import { SourceRunner } from "../run-source.ts";

const source = `import * as tf from "@tensorflow/tfjs";
  import { data } from "@tensorflow/tfjs";
  const show = async (what: () => unknown) => {
    try { console.log(JSON.stringify(await what())); } catch (error: any) { console.log(error.name + ": " + error.message); }
  };
  export async function f() {
    await show(() => tf.data.array([1, 2, 3]).map((x: any) => 2 * x).toArray());
    await show(async () => (await tf.data.generator(function* () { yield [1, 2]; yield [3, 4]; yield [5, 6]; } as any)
      .batch(2).toArray()).map((batch: any) => batch.arraySync()));
    await show(() => tf.data.zip({ xs: tf.data.array([1, 2]), ys: tf.data.array([3, 4]) }).toArray());
    await show(() => tf.data.array([1, 2, 3, 4, 5, 6]).shuffle(6).take(3).repeat(2).toArray());
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    const dataset = tf.data.zip({ xs: tf.data.array([[1], [2]]), ys: tf.data.array([[2], [4]]) }).batch(2);
    await show(async () => (await model.fitDataset(dataset as any, { epochs: 1, verbose: 0 })).history);
    await show(() => tf.data.csv("https://example.invalid/a.csv").columnNames());
    await show(() => tf.data.webcam());
    await show(() => tf.data.csv("file://a.csv").columnNames());
    return data === tf.data && Object.isFrozen(tf.data) ? 1 : 0;
  }`;

it.each([true, false])(
  "tf.data works on what is in memory, and refuses files and addresses; from the snapshot: %s",
  async (snapshot) => {
    await using runner = await SourceRunner.open({ f: [[], []] }, { snapshot });
    const [first, second] = await runner.cases(source);
    expect(first).toMatchObject({ outcome: "returned", value: { value: 1 } });
    expect(first).not.toHaveProperty("calledAgain");
    expect(first?.console.split("\n")).toEqual([
      "[2,4,6]",
      "[[[1,2],[3,4]],[[5,6]]]",
      '[{"xs":1,"ys":3},{"xs":2,"ys":4}]',
      expect.stringMatching(/^\[\d(,\d){5}\]$/),
      '{"loss":[2.5]}',
      "Error: not available inside the grader",
      "Error: tf.data.webcam is only supported in browser environment.",
      "Error: FileChunkIterator only supports File, Blob and Uint8Array right now.",
      "",
    ]);
    expect(second?.console).toBe(first?.console);
  },
);
