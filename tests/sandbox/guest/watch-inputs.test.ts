import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { SourceRunner } from "../run-source.ts";

const tensor: Value = { kind: "tensor", shape: [2], dtype: "float32", variable: false, data: new Float32Array([1, 2]) };

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open(
    { f: [[tensor]], g: [[{ kind: "record", entries: [["W1", { kind: "number", value: 3 }]] }]] },
    { exercises: { f: { parameters: ["X"] }, g: { parameters: ["parameters"] } } },
  );
});
afterAll(() => runner[Symbol.asyncDispose]());

describe("changedInput()", () => {
  it("finds inputs that were exchanged for accessors, whatever descriptors inherit", async () => {
    const run = await runner.run(`
      const exchange = (owner: any, key: string) => {
        const value = owner[key];
        Object.defineProperty(owner, key, { get: () => undefined });
        (Object.prototype as any).value = value;
        return 1;
      };
      export const f = (X: any) => exchange(X, "dataId");
      export const g = (parameters: any) => exchange(parameters, "W1");`);
    expect(run).toMatchObject({
      cases: [
        { exercise: "f", changedInput: "X" },
        { exercise: "g", changedInput: "parameters" },
      ],
    });
  });

  it("finds data of an input that were exchanged for an accessor in the engine's store", async () => {
    const run = await runner.run(`
      import * as tf from "@tensorflow/tfjs";
      export function f(X: any) {
        const stored = (tf.backend() as any).data.get(X.dataId);
        const values = stored.values;
        Object.defineProperty(stored, "values", { get: () => values });
        return 1;
      }
      export const g = () => 1;`);
    expect(run).toMatchObject({ cases: [{ exercise: "f", changedInput: "X" }, { exercise: "g" }] });
  });
});
