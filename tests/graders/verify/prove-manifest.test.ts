import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { proveManifest } from "../../../graders/verify/prove-manifest.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

const id = "w1-initialization";

/** A copy of the assignment with one file changed. */
async function changed(file: string, change: (text: string) => string): Promise<string[]> {
  await using subject = await subjectOf(id);
  const directory = join(subject.scratch, id);
  await cp(subject.assignment.directory, directory, { recursive: true });
  await writeFile(join(directory, file), change(await readFile(join(directory, file), "utf8")));
  const manifest = await loadManifest(directory).catch(() => subject.assignment.manifest);
  return failuresOf(await proveManifest({ ...subject, assignment: { ...subject.assignment, directory, manifest } }));
}

describe("proveManifest()", () => {
  test("holds for what is right", async () => {
    expect(await changed("README.md", (text) => text)).toEqual([]);
  });

  test("finds points that do not add up to 100", async () => {
    const failures = await changed("assignment.json", (text) => text.replace(/"points": \d+/, '"points": 1'));
    expect(failures).toEqual([expect.stringMatching(/^points: they add up to \d+, must be 100$/)]);
  });

  test("finds a manifest that breaks its schema", async () => {
    const failures = await changed("assignment.json", (text) => text.replace('"week": 1', '"week": 0'));
    expect(failures).toEqual([expect.stringMatching(/^manifest: .*week is 0, must be >= 1/)]);
  });

  test("finds a function that the handout does not name", async () => {
    const failures = await changed("README.md", (text) => text.replaceAll("initializeParametersHe", "theThird"));
    expect(failures).toEqual(["handout: README.md does not name initializeParametersHe"]);
  });

  test("finds a function that the starter does not export, and one that is not an exercise", async () => {
    const failures = await changed("starter.ts", (text) =>
      text.replace("export function initializeParametersHe", "export function initializeParametersShe"),
    );
    expect(failures).toEqual([
      "starter: it does not export initializeParametersHe; it exports initializeParametersShe, which is no exercise",
    ]);
  });
});
