import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proveMisconceptions } from "../../../graders/verify/prove-misconceptions.ts";
import type { Findings } from "../../../reports/report/verification.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

/** The proof of a catalogue of `updateLr` made of ids and implementations. */
async function prove(catalogue: Readonly<Record<string, string>>): Promise<Findings> {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const misconceptionsFile = join(subject.scratch, "misconceptions.ts");
  const entries = Object.entries(catalogue).map(
    ([id, implementation]) => `{ id: "${id}", exercise: "updateLr", implementation: ${implementation} }`,
  );
  await writeFile(misconceptionsFile, `export const misconceptions = [${entries.join(", ")}];`);
  return await proveMisconceptions({ ...subject, misconceptionsFile }, unwatched);
}

describe("proveMisconceptions()", () => {
  test("holds for the catalogue and prints the kill rates", async () => {
    await using subject = await subjectOf("w2-optimization", ["updateLr"]);
    const { misconceptions } = await import("../../../reference/w2-optimization/misconceptions.ts");
    const own = misconceptions.filter(({ exercise }) => exercise === "updateLr");
    const misconceptionsFile = join(subject.scratch, "misconceptions.ts");
    await writeFile(
      misconceptionsFile,
      `import { misconceptions as all } from ${JSON.stringify(subject.misconceptionsFile)};
       export const misconceptions = all.filter(({ exercise }) => exercise === "updateLr");`,
    );
    const findings = await proveMisconceptions({ ...subject, misconceptionsFile }, unwatched);
    expect(failuresOf(findings)).toEqual([]);
    expect(findings.table?.rows).toEqual([["updateLr", own.length, "100 %", "100 %", "100 %"]]);
  });

  test("finds a misconception that passes, one under another's name, and one that only visible cases see", async () => {
    const findings = await prove({
      right: "(rate0, epoch, decay) => rate0 / (1 + decay * epoch)",
      "renamed-undecayed": "(rate0) => rate0",
      "only-visible": "(rate0, epoch, decay) => (epoch === 2 && decay === 1 ? 0 : rate0 / (1 + decay * epoch))",
    });
    expect(failuresOf(findings).sort()).toEqual([
      "updateLr/only-visible: it passes every hidden case; it is diagnosed as nothing",
      expect.stringMatching(/^updateLr\/renamed-undecayed: it is diagnosed as /),
      "updateLr/right: it passes; it is diagnosed as nothing",
    ]);
    expect(findings.table?.rows).toEqual([["updateLr", 3, "33.3 %", "66.7 %", "0.0 %"]]);
  });

  test("finds an exercise with too few misconceptions, and two of one id", async () => {
    const findings = await prove({ one: "() => 1" });
    expect(failuresOf(findings)).toContain("catalogue: updateLr has 1, must have at least 3");
  });
});
