import { describe, expect, it } from "vitest";
import type { Value } from "../../../assignments/values/value.ts";
import { wrongOutput } from "../../../graders/judge/wrong-output.ts";
import type { CaseReport } from "../../../reports/report/report.ts";

const wrong = (id: string): CaseReport => ({ id, visibility: "visible", outcome: "wrong" });
const tensor = (...data: number[]): Value => ({
  kind: "record",
  entries: [
    ["W1", { kind: "tensor", dtype: "float32", shape: [data.length], data: new Float32Array(data), variable: false }],
  ],
});
const of = (value: Value, cases: readonly CaseReport[] = [wrong("a")]): string | undefined =>
  wrongOutput(cases, (caseId) => ({ exercise: "f", caseId, console: "", outcome: "returned", value }));

describe("wrongOutput()", () => {
  it("is the same for the same wrong values, and for values that differ by rounding", () => {
    expect(of(tensor(0.1, -2, 0))).toMatch(/^[0-9a-f]{16}$/);
    expect(of(tensor(0.1, -2, -0))).toBe(of(tensor(0.1 + 1e-8, -2.00001, 0)));
  });

  it.each([
    ["another value", tensor(0.1, -2, 1)],
    ["another sign", tensor(0.1, 2, 0)],
    ["another shape", tensor(0.1, -2)],
    ["not a number", tensor(0.1, -2, Number.NaN)],
    ["a list", { kind: "list", items: [tensor(0.1, -2, 0)] } as const],
    ["nothing", { kind: "undefined" } as const],
  ])("differs for %s", (_, value) => {
    expect(of(value)).not.toBe(of(tensor(0.1, -2, 0)));
  });

  it("tells the case in which a value was returned", () => {
    expect(of(tensor(1), [wrong("a")])).not.toBe(of(tensor(1), [wrong("b")]));
  });

  it("is undefined where nothing wrong was returned", () => {
    expect(of(tensor(1), [{ id: "a", visibility: "visible", outcome: "passed" }])).toBeUndefined();
    expect(
      wrongOutput([wrong("a")], () => ({ exercise: "f", caseId: "a", console: "", outcome: "crashed" })),
    ).toBeUndefined();
  });
});
