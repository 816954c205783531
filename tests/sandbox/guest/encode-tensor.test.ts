import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SourceRunner } from "../run-source.ts";

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

async function resultOf(body: string) {
  const [run] = await runner.cases(`import * as tf from "@tensorflow/tfjs";\nexport function f(): any { ${body} }`);
  return run;
}

describe("encodeTensor()", () => {
  it("reads what the engine keeps once, though it be a getter that changes its mind", async () => {
    const body = `
      const made: any = tf.tensor1d([1, 2]);
      const values = made.dataSync();
      let reads = 0;
      const later = { get length() { for (;;); } };
      Object.defineProperty((tf.backend() as any).data.get(made.dataId), "values", { get: () => (reads++ === 0 ? values : later) });
      return made;`;
    expect(await resultOf(body)).toMatchObject({
      outcome: "returned",
      value: { shape: [2], data: new Float32Array([1, 2]) },
    });
  });

  it("names the getter where what the engine keeps throws", async () => {
    const body = `
      const made: any = tf.tensor1d([1]);
      Object.defineProperty((tf.backend() as any).data.get(made.dataId), "values", { get() { throw 1; } });
      return { W1: made };`;
    expect(await resultOf(body)).toMatchObject({ outcome: "bad-value", reason: "getter-threw", path: "W1" });
  });

  it.each(["NaN", "-1", "1.5", "'1'", "1n", "{ valueOf: () => (asked++ < 2 ? 1 : 1e9) }"])(
    "refuses a shape whose length is %s",
    async (length) => {
      const body = `
        let asked = 0;
        const length: any = ${length};
        const shape = new Proxy([1], { get: (_, key) => (key === "length" ? length : 1) });
        return Object.defineProperty(tf.zeros([1]), "shape", { value: shape });`;
      expect(await resultOf(body)).toMatchObject({ outcome: "bad-value", reason: "fake-tensor" });
    },
  );
});
