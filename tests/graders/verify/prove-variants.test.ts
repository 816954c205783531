import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Proof, Verification } from "../../../reports/report/verification.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";
import { runCli } from "../run-cli.ts";
import { failuresOf } from "./subject-of.ts";

const records = "reference/toy/equivalent-variants.json";
const manifest = "assignments/toy/assignment.json";

type Changes = Readonly<Record<string, (text: string) => string>>;

/** Each parameter varied, and a case with more columns than 64. */
const thorough = {
  [manifest]: (text: string) =>
    text.replace(
      '"scoring":',
      '"variations": { "x": ["drawn", { "times": 1000 }, { "times": 1e-9 }], "factor": [0, 40, 1e-4] }, "scoring":',
    ),
  "assignments/toy/cases.ts": (text: string) =>
    text
      .replace("index: number) =>", "index: number, _: unknown, columns = index < 2 ? index + 1 : 70) =>")
      .replace("shape: [2, index + 1]", "shape: [2, columns]")
      .replace("(2 * (index + 1))", "(2 * columns)"),
};

/** The proof about the toy course with these files changed. */
async function prove(...changes: readonly Changes[]): Promise<Proof> {
  const course = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  try {
    await writeToyCourse(course);
    for (const [name, change] of changes.flatMap((all) => Object.entries(all))) {
      const path = join(course, name);
      await writeFile(path, change(await readFile(path, "utf8").catch(() => "[]")));
    }
    const { stdout } = await runCli(course, "--course", course, "verify", "toy", "--proof", "variants", "--json");
    const { proofs } = JSON.parse(stdout) as Verification;
    return proofs.find(({ id }) => id === "variants") as Proof;
  } finally {
    await rm(course, { recursive: true });
  }
}

describe("proveVariants()", () => {
  test("names what no case shows, and says what the cases lack", async () => {
    const proof = await prove();
    const failures = failuresOf(proof);
    expect(failures).toContain("scale argument clipped: x to 10: survives every case: no case has x above 10");
    // No two cases have the same x: what is returned again is what is right again.
    expect(failures).toContain("scale result remembered: by all but factor: survives every case");
    expect(failures).toContain(
      "scale zero taken for missing: factor counts as 1: survives every case: no case has factor of 0",
    );
    expect(failures).not.toContainEqual(expect.stringContaining("argument ignored"));
    expect(failures).not.toContainEqual(expect.stringContaining("afterwards"));
    expect(proof.figure?.name).toBe("variants killed");
  });

  test("holds where the manifest varies each parameter and the generator makes something long", async () => {
    const proof = await prove(thorough);
    expect(failuresOf(proof)).toEqual([]);
    expect(proof.summary).toMatch(/^(\d+) of \d+ killed \(\d+\.\d %\), \d+ explained, 0 unexplained$/);
  });

  test("takes a record of a kind, and finds one that no survivor needs", async () => {
    const record = { unit: "scale", kind: "argument clipped", reason: "No factor is greater." };
    const recorded = { [records]: () => JSON.stringify([record]) };
    expect(failuresOf(await prove(thorough, recorded))).toEqual([
      'records: no survivor is "argument clipped" in scale: delete the record',
    ]);
    const smaller = { [manifest]: (text: string) => text.replace("[0, 40, 1e-4]", "[0, 1e-4]") };
    expect(failuresOf(await prove(thorough, smaller, recorded))).toEqual([]);
  });

  test("refuses a record without a reason", async () => {
    const proof = await prove({ [records]: () => '[{ "unit": "scale", "kind": "argument clipped" }]' });
    expect(failuresOf(proof)[0]).toContain("[0].reason must be a text");
  });
});
