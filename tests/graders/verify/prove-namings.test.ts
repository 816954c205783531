import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { proveNamings } from "../../../graders/verify/prove-namings.ts";
import { proveVariants } from "../../../graders/verify/prove-variants.ts";
import { verifySeeds } from "../../../graders/verify/subject/subject.ts";
import type { Findings } from "../../../reports/report/verification.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

/** The proof of a catalogue of `updateLr` made of ids and factors of the right learning rate, by the initial one. */
async function prove(catalogue: Readonly<Record<string, string>>): Promise<Findings> {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const misconceptionsFile = join(subject.scratch, "misconceptions.ts");
  const entries = Object.entries(catalogue).map(
    ([id, factor]) =>
      `{ id: "${id}", exercise: "updateLr", name: "${id}", explanation: "Why.",
         implementation: (rate0, epoch, decay) => ((${factor}) * rate0) / (1 + decay * epoch) }`,
  );
  await writeFile(misconceptionsFile, `export const misconceptions = [${entries.join(", ")}];`);
  return await proveNamings({ ...subject, misconceptionsFile }, unwatched);
}

/** The initial learning rates of the hidden cases of another seed. */
async function otherRates(): Promise<string> {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const { assignment, secret } = subject;
  const cases = generateCases(assignment, { visibility: "all", seed: verifySeeds.other, secret });
  const hidden = cases.filter(({ visibility, exercise }) => visibility === "hidden" && exercise === "updateLr");
  return JSON.stringify(hidden.flatMap(({ args: [rate] }) => (rate?.kind === "number" ? [rate.value] : [])));
}

test("proveNamings() finds a mistake that is named as another one, which it is not under another seed", async () => {
  const elsewhere = `${await otherRates()}.includes(rate0) ? 3 : 2`;
  const findings = await prove({ doubled: "2", "doubled-here": elsewhere, tripled: "3" });
  expect(failuresOf(findings).sort()).toEqual([
    "updateLr/doubled-here: it is named doubled, and is something else in the cases of another seed",
    "updateLr/doubled: it is named doubled-here, and is something else in the cases of another seed",
  ]);
  expect(findings.summary).toContain("2 falsely");
});

test("proveNamings() holds where a mistake is named as what is the same everywhere", async () => {
  const findings = await prove({ doubled: "2", twice: "4 / 2", tripled: "3" });
  expect(failuresOf(findings)).toEqual([]);
  expect(findings.summary).toMatch(/named as another mistake, 0 falsely \(0\.0 %\)/);
});

test("proveNamings() leaves the proof about variants nothing to run again", async () => {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const own = { ...subject, cacheDirectory: join(subject.scratch, "cache") };
  await mkdir(own.cacheDirectory);
  await symlink(join(subject.cacheDirectory, "guest"), join(own.cacheDirectory, "guest"), "junction");
  await proveNamings(own, unwatched);
  const ran: number[] = [];
  await proveVariants(own, (done) => ran.push(done));
  expect(ran).toEqual([]);
});
