import { describe, expect, it } from "vitest";
import { failureClass, unseenClasses } from "../../../graders/counterexample/failure-class.ts";
import type { CaseReport } from "../../../reports/report/report.ts";

const told = (visibility: CaseReport["visibility"], rest: Partial<CaseReport>): CaseReport => ({
  id: `${visibility}-1`,
  visibility,
  outcome: "wrong",
  ...rest,
});
const values = { mismatch: { code: "values", path: "[2].X" } } as const;
const shape = { mismatch: { code: "shape", path: "" } } as const;

describe("failureClass()", () => {
  it("is coarse: neither places nor texts nor numbers are in it", () => {
    expect(failureClass(told("hidden", values))).toBe(
      failureClass(
        told("visible", { mismatch: { code: "values", path: "[0].Y", index: [3, 4], maxAbsoluteError: 7 } }),
      ),
    );
    const thrown = (name: string, message: string): string | undefined =>
      failureClass(told("hidden", { outcome: "threw", error: { name, message } }));
    expect(thrown("TypeError", "x")).toBe(thrown("TypeError", "y"));
    expect(thrown("0.7315", "x")).toBe(thrown("Error", "y"));
    expect(thrown("TypeError", "x")).not.toBe(thrown("Error", "x"));
  });

  it("tells kinds of failure apart", () => {
    const all = [
      told("hidden", values),
      told("hidden", shape),
      told("hidden", { mismatch: { code: "property", path: "", property: { id: "a", sentence: "A" } } }),
      told("hidden", { mismatch: { code: "property", path: "", property: { id: "b", sentence: "B" } } }),
      told("hidden", { outcome: "threw", error: { name: "Error", message: "" } }),
      told("hidden", { outcome: "bad-value", badValue: { reason: "null", path: "" } }),
      told("hidden", { outcome: "bad-value", badValue: { reason: "string", path: "" } }),
    ].map(failureClass);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(["passed", "not-implemented", "skipped", "timeout", "memory", "crashed", "grader-error"] as const)(
    "knows none where a case ended as %s",
    (outcome) => expect(failureClass(told("hidden", { outcome }))).toBeUndefined(),
  );
});

describe("unseenClasses()", () => {
  it("are those of hidden cases that no visible one shows", () => {
    expect(unseenClasses([told("visible", shape), told("hidden", values), told("hidden", shape)])).toEqual(
      new Set([failureClass(told("hidden", values))]),
    );
    expect(unseenClasses([told("visible", values), told("hidden", values)])).toEqual(new Set());
  });

  it("are none where a limit was met: which one would be up to the machine", () => {
    expect(unseenClasses([told("hidden", values), told("hidden", { outcome: "timeout" })])).toEqual(new Set());
  });
});
