import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CaseGenerator } from "../../../assignments/catalog/case.ts";
import { numberValue } from "../../../assignments/values/case-value.ts";
import { proveSpread } from "../../../graders/verify/prove-spread.ts";
import { secretsFor } from "../../../graders/verify/spread/measure-spread.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

/** A number that is above 1/2 in some of the hidden cases. */
const draws: CaseGenerator = (random) => ({ title: "a number", args: [numberValue(random.random())] });

const misconceptions = `
  const common = { exercise: "updateLr", explanation: "It is wrong." };
  export const misconceptions = [
    { ...common, id: "always", name: "It is always wrong.", implementation: (x) => -x },
    { ...common, id: "by-chance", name: "It is wrong above 1/2.", implementation: (x) => (x > 0.5 ? 0 : x) },
    { ...common, id: "throws", name: "It throws.", implementation: () => { throw new Error("no"); } },
  ];
`;

async function findings(records?: unknown) {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const [exercise] = subject.assignment.manifest.exercises;
  const cases = { visible: 1, hidden: 4 };
  const { variations: _, ...rest } = { ...exercise, parameters: ["x"], cases };
  const [referenceFile, misconceptionsFile] = ["solution.ts", "misconceptions.ts"].map((name) =>
    join(subject.scratch, name),
  );
  if (referenceFile === undefined || misconceptionsFile === undefined) throw new TypeError("no scratch");
  await writeFile(referenceFile, "export const updateLr = (x) => x;");
  await writeFile(misconceptionsFile, misconceptions);
  if (records !== undefined) await writeFile(subject.scoreSpreadsFile, JSON.stringify(records));
  const manifest = { ...subject.assignment.manifest, exercises: [rest] as [typeof rest] };
  const assignment = { ...subject.assignment, manifest, generators: { updateLr: draws } };
  const caches = { cacheDirectory: join(subject.scratch, "cache") };
  const broken = { ...subject, ...caches, assignment, referenceFile, misconceptionsFile };
  const first = await proveSpread(broken, unwatched);
  expect(await proveSpread(broken, unwatched)).toEqual(first);
  return first;
}

describe("proveSpread()", () => {
  test("finds a misconception that costs more or less by chance, with its least and greatest score, and no other", async () => {
    const found = await findings();
    expect(failuresOf(found)).toEqual([
      expect.stringMatching(
        /^updateLr\/by-chance: it gets between [\d.]+ and [\d.]+ of 10 points, depending on the secret$/,
      ),
    ]);
    expect(found.summary).toBe("3 misconceptions, 0 recorded as uneven, 1 unexplained");
    expect(found.table?.rows).toEqual([["updateLr", 20, 3, "by-chance", expect.any(Number), expect.any(Number), 10]]);
  });

  test("takes a recorded reason, and finds one that is no longer needed", async () => {
    const chance = { misconception: "by-chance", reason: "the corner is one draw in two" };
    expect(failuresOf(await findings([chance]))).toEqual([]);
    expect(failuresOf(await findings([chance, { misconception: "always", reason: "none" }]))).toEqual([
      "records: always costs the same under every secret: delete the record",
    ]);
  });

  test("refuses a record without a reason", async () => {
    await expect(findings([{ misconception: "by-chance" }])).rejects.toThrow("[0].reason must be a text");
  });

  test("tries exercises whose cases may take longer than usual with fewer secrets", async () => {
    await using subject = await subjectOf("w2-optimization", ["updateLr"]);
    const [exercise] = subject.assignment.manifest.exercises;
    expect(secretsFor(exercise, subject)).toBe(20);
    expect(secretsFor({ ...exercise, caseTimeMs: 10_000 }, subject)).toBe(4);
  });
});
