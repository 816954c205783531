import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listAssignments, referenceFolder } from "../../../assignments/catalog/course.ts";
import { proveAlsoRight } from "../../../graders/verify/prove-also-right.ts";
import { alsoRightName } from "../../../reference/misconceptions/misconception-sources.ts";
import type { Findings } from "../../../reports/report/verification.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

const right = "export const updateLr = (rate0, epoch, decay) => (1 / (1 + decay * epoch)) * rate0;";
const wrong = "export const updateLr = (rate0, epoch, decay) => rate0 / (2 + decay * epoch);";

/** What is found of other solutions of the exercise `updateLr`, or of the exercises named. */
async function found(files: Readonly<Record<string, string>>, exercises = ["updateLr"]): Promise<Findings> {
  await using subject = await subjectOf("w2-optimization", exercises);
  await mkdir(subject.alsoRightFolder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(subject.alsoRightFolder, name), text);
  return await proveAlsoRight(subject, unwatched);
}

describe("proveAlsoRight()", () => {
  test("holds for full marks in what is exported, and counts the solutions of each exercise", async () => {
    const findings = await found({ "inverse-first.ts": right, "again.ts": `${right}\nexport const other = 1;` });
    expect(failuresOf(findings)).toEqual([]);
    expect(findings.table).toEqual({ columns: ["exercise", "also right"], rows: [["updateLr", 2]] });
  });

  test("finds what is not right, and names file, exercise and cases", async () => {
    expect(failuresOf(await found({ "right.ts": right, "two.ts": wrong }))).toEqual([
      expect.stringMatching(/^two: updateLr: visible-1 is wrong: values; .*updateLr: hidden-1 is wrong: values/),
    ]);
  });

  test("finds a file that cannot be graded, and one without a function of the assignment", async () => {
    const files = { "a.ts": "export const updateLrr = 1;", "b.ts": `import "node:fs";\n${right}`, "c.ts": right };
    expect(failuresOf(await found(files))).toEqual([
      "a: it exports no function of the assignment",
      expect.stringMatching(/^b: it is not-gradable: .*node:fs/),
    ]);
  });

  test("wants one for every exercise", async () => {
    expect(failuresOf(await found({ "a.ts": right }, ["updateLr", "scheduleLrDecay"]))).toEqual([
      "solutions: none exports scheduleLrDecay",
    ]);
    await using subject = await subjectOf("w2-optimization", ["updateLr"]);
    expect(failuresOf(await proveAlsoRight(subject, unwatched))).toEqual(["solutions: none exports updateLr"]);
  });
});

test.each(await listAssignments())("%s has at least three other right solutions", async (id) => {
  const names = await readdir(join(referenceFolder(id), alsoRightName));
  expect(names.length).toBeGreaterThanOrEqual(3);
});
