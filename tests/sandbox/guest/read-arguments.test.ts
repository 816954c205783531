import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { anyValue } from "../../assignments/arbitrary-value.ts";
import { SourceRunner } from "../run-source.ts";

/** What a function can be called with and can return as it is. */
function isEchoed(value: Value): boolean {
  switch (value.kind) {
    case "number":
    case "tensor":
      return true;
    case "array":
      return value.shape.length > 0;
    case "record":
      return value.entries.length > 0 && value.entries.every(([key, item]) => /^[a-z]/.test(key) && isEchoed(item));
    default:
      return false;
  }
}

const named = fc
  .array(anyValue.filter(isEchoed), { minLength: 1, maxLength: 12 })
  .map((items): Value => ({ kind: "record", entries: items.map((item, i) => [`W${i}`, item]) }));

describe("readArguments()", () => {
  it("makes of what encodeValue() wrote the values that it is of", async () => {
    const samples = fc.sample(fc.oneof(anyValue.filter(isEchoed), named), { numRuns: 60, seed: 1 });
    await using runner = await SourceRunner.open({ f: samples.map((value) => [value]) });
    const runs = await runner.cases("export const f = (value: unknown) => value;");
    expect(runs.map((run) => ("value" in run ? run.value : run))).toEqual(samples);
  });

  it("asks nothing that a submission can have replaced", async () => {
    const tensor: Value = {
      kind: "tensor",
      dtype: "float32",
      shape: [2, 1],
      data: new Float32Array([1, 2]),
      variable: false,
    };
    const args: readonly Value[] = [
      tensor,
      { kind: "record", entries: [["W", { kind: "array", shape: [2], data: new Float64Array([1, 2]) }]] },
      { kind: "string", value: "text" },
    ];
    await using runner = await SourceRunner.open(
      { f: [args, args, args] },
      { exercises: { f: { parameters: ["X", "parameters", "name"], repeat: false } } },
    );
    const runs = await runner.cases(`
      let calls = 0;
      let asked = 0;
      const count = () => { asked += 1; };
      const replace = (owner: object, names: string[]) => {
        for (const name of names) Object.defineProperty(owner, name, { get: count, set: count });
      };
      export function f(X: unknown) {
        calls += 1;
        if (calls === 1) {
          replace(DataView.prototype, ["getUint8", "getUint16", "getUint32", "getFloat64"]);
          replace(Object.getPrototypeOf(Uint8Array.prototype), ["buffer", "set"]);
          replace(Object.prototype, ["W", "get"]);
          replace(String, ["fromCharCode"]);
        }
        return calls === 3 ? X : asked;
      }`);
    expect(runs).toMatchObject([{ value: { value: 0 } }, { value: { value: 0 } }, { value: tensor }]);
  });
});
