import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openMistakeVerdicts } from "../../../graders/verify/mistakes/mistake-verdicts.ts";
import { makeMutants } from "../../../graders/verify/mutants/make-mutants.ts";
import { proveMutants } from "../../../graders/verify/prove-mutants.ts";
import type { Findings } from "../../../reports/report/verification.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

const tight = "export const updateLr = (rate0, epoch, decay) => rate0 / (1 + decay * epoch);\n";
const slack = "export const updateLr = (rate0, epoch, decay) => rate0 / (1 + decay * epoch) + bonus(0);\n";
const withHelper = `${slack}const bonus = (x) => Math.abs(x);\n`;
/** Does not end where `===` becomes `!==`. */
const endless = `export function updateLr(rate0, epoch, decay) {
  while (epoch === null);
  return rate0 / (1 + decay * epoch);
}\n`;

const survivor = {
  unit: "bonus",
  kind: "call dropped",
  line: "const bonus = (x) => Math.abs(x);",
  change: "Math.abs(x) => (x)",
  reason: "The only argument is 0.",
};

async function prove(source: string, records?: readonly object[]): Promise<Findings> {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const referenceFile = join(subject.scratch, "reference.ts");
  const equivalentMutantsFile = join(subject.scratch, "equivalent-mutants.json");
  await writeFile(referenceFile, source);
  // What is known of mutants is forgotten each time; what they are run and judged with need not be made anew.
  for (const made of ["guest", "expected"]) {
    const folder = join(subject.cacheDirectory, made);
    await mkdir(folder, { recursive: true });
    await symlink(folder, join(subject.scratch, made), "junction");
  }
  if (records !== undefined) await writeFile(equivalentMutantsFile, JSON.stringify(records));
  return await proveMutants(
    { ...subject, cacheDirectory: subject.scratch, referenceFile, equivalentMutantsFile },
    unwatched,
  );
}

describe("proveMutants()", () => {
  test("holds where every mutant loses points", async () => {
    const findings = await prove(tight);
    expect(failuresOf(findings)).toEqual([]);
    expect(findings.summary).toBe("9 of 9 killed (100.0 %), 0 recorded as equivalent, 0 unexplained");
  });

  test("lists a survivor with its diff, also one in a function that others use", async () => {
    const findings = await prove(withHelper);
    expect(failuresOf(findings)).toContain(
      "bonus:2 call dropped: Math.abs(x) => (x): survives every case: call dropped in bonus, reference.ts:2; " +
        "- const bonus = (x) => Math.abs(x);; + const bonus = (x) => (x);",
    );
  });

  test("accepts a survivor that is recorded with a reason, wherever its line is", async () => {
    const failures = failuresOf(await prove(`// a comment\n\n${withHelper}`, [survivor]));
    expect(failures.filter((failure) => failure.startsWith("bonus") || failure.startsWith("records"))).toEqual([]);
  });

  test("finds a record that no survivor needs", async () => {
    expect(failuresOf(await prove(tight, [survivor]))).toEqual([
      'records: no survivor is "call dropped: Math.abs(x) => (x)" in bonus: delete the record',
    ]);
  });

  test("refuses a record without a reason", async () => {
    await expect(prove(tight, [{ ...survivor, reason: " " }])).rejects.toThrow("[0].reason must be a text");
  });

  // Time verdicts need processor time, which a busy machine gives late.
  test("kills a mutant that never ends, and does not cache that verdict, because the machine may be the cause", async () => {
    await using subject = await subjectOf("w2-optimization", ["updateLr"]);
    const own = { ...subject, cacheDirectory: subject.scratch, referenceFile: join(subject.scratch, "reference.ts") };
    await writeFile(own.referenceFile, endless);
    const findings = await proveMutants(own, unwatched);
    expect(findings.table?.rows).toEqual([["updateLr", expect.any(Number), expect.any(Number), 0, 0]]);
    expect(failuresOf(findings)).toEqual([]);
    const kept = await openMistakeVerdicts(own, "mutants");
    const known = Map.groupBy(makeMutants(endless), (mutant) => kept.get(mutant) !== undefined);
    expect(known.get(false)?.map(({ text }) => text)).toContain(endless.replace("===", "!=="));
    expect(known.get(true)).not.toBeUndefined();
  }, 240_000);
});
