import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseGenerator } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import { numberValue, tensorValue } from "../../../assignments/values/case-value.ts";
import { proveArguments } from "../../../graders/verify/prove-arguments.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

/** Numbers, their factor, and a number that changes nothing. */
const scaling: CaseGenerator = (random) => ({
  title: "two numbers",
  args: [tensorValue([2], random.randn(2)), numberValue(random.random()), numberValue(random.random())],
});

const reference = "export const updateLr = (X, factor, ignored) => X.mul(factor);";

/** The findings about an exercise with one visible and two hidden cases. */
async function findings(variations?: Exercise["variations"], change: Partial<Exercise> = {}, generator = scaling) {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const [own] = subject.assignment.manifest.exercises;
  const { variations: _, ...rest } = own;
  const parameters = ["X", "factor", "ignored"];
  const exercise = {
    ...rest,
    parameters,
    cases: { visible: 1, hidden: 2 },
    ...(variations && { variations }),
    ...change,
  };
  const referenceFile = join(subject.scratch, "solution.ts");
  await writeFile(referenceFile, reference);
  const manifest = { ...subject.assignment.manifest, exercises: [exercise] as [Exercise] };
  const assignment = { ...subject.assignment, manifest, generators: { updateLr: generator } };
  return await proveArguments({ ...subject, assignment, referenceFile });
}

const inVain = 'alone: let "variations" change it, or say there why nothing needs to';

describe("proveArguments()", () => {
  test("finds every parameter that no two cases differ in alone", async () => {
    expect(failuresOf(await findings())).toEqual([
      `updateLr: no two cases differ in X ${inVain}; no two cases differ in factor ${inVain}; no two cases differ in ignored ${inVain}`,
    ]);
  });

  test("finds an argument that decides nothing of what is right, where the manifest gives no reason", async () => {
    expect(failuresOf(await findings({}))).toEqual([
      `updateLr: no right answers differ where two cases differ in ignored ${inVain}`,
    ]);
    expect(failuresOf(await findings({ ignored: { none: "it is there for the caller alone" } }))).toEqual([]);
  });

  test("finds a reason that is not needed", async () => {
    const variations = { factor: { none: "nobody knows" }, ignored: [] };
    const failures = await findings({ ...variations, X: [{ times: 2 }] }, {}, (random, ...at) => {
      const { args, title } = scaling(random, ...at);
      return { title, args: [tensorValue([2], [1, 2]), args[1] ?? numberValue(0), numberValue(1)] };
    });
    expect(failuresOf(failures)).toEqual([
      expect.stringContaining("variations.factor says why there is no pair, and there is: delete the reason"),
    ]);
  });

  test("counts what changes together as one, and tells the pairs of each parameter", async () => {
    const { table } = await findings({ X: { with: ["ignored"] } });
    expect(table?.rows).toEqual([["updateLr", 5, "X 1, factor 1, ignored 1", ""]]);
  });

  test("is content with two cases that only properties judge, and says so", async () => {
    const byProperties: CaseGenerator = (...at) => ({ ...scaling(...at), judgedBy: "properties" });
    const { table, checks } = await findings({}, {}, byProperties);
    expect(checks).toMatchObject([{ outcome: "passed" }]);
    expect(table?.rows[0]?.[2]).toBe("X 1 (by properties), factor 1 (by properties), ignored 1 (by properties)");
  });
});
