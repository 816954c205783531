import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAssignment, UnknownAssignmentError } from "../../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { ManifestError } from "../../../assignments/storage/json-problem.ts";

const own = fileURLToPath(new URL("../../../assignments/w2-optimization/", import.meta.url));
const noCases = 'export const generators = { updateLr: () => ({ title: "t", args: [] }) };\n';
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "catalog-"));
});
afterEach(() => rm(root, { recursive: true }));

describe("listAssignments()", () => {
  test("listAssignments() names the folders that hold an assignment.json, sorted", async () => {
    for (const name of ["w9-b", "w9-a", "w1-quiz"]) await mkdir(join(root, name));
    for (const name of ["w9-b", "w9-a"]) await writeFile(join(root, name, "assignment.json"), "{}");
    await writeFile(join(root, "assignment.json"), "{}");
    expect(await listAssignments(root)).toEqual(["w9-a", "w9-b"]);
    expect(await listAssignments()).toContain("w2-optimization");
  });
});

describe("openAssignment()", () => {
  test("openAssignment() gives manifest, folder, a generator for every exercise, and a hash", async () => {
    const { manifest, directory, generators, contentHash } = await openAssignment("w2-optimization");
    expect(manifest.title).toBe("Optimization Methods");
    expect(join(directory, "/")).toBe(join(own, "/"));
    expect(Object.keys(generators).sort()).toEqual(manifest.exercises.map(({ id }) => id).sort());
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("openAssignment() loads cases.js, as the packed package has it, and lists exercises without a generator", async () => {
    const folder = join(root, "w2-optimization");
    await mkdir(folder);
    await cp(join(own, "assignment.json"), join(folder, "assignment.json"));
    const manifest = JSON.parse(await readFile(join(folder, "assignment.json"), "utf8"));
    manifest.exercises = manifest.exercises.filter(({ id }: { id: string }) => /Lr/.test(id));
    await writeFile(join(folder, "assignment.json"), JSON.stringify(manifest));
    await writeFile(join(folder, "cases.js"), noCases);
    const error: unknown = await openAssignment("w2-optimization", root).catch((reason) => reason);
    expect(error).toBeInstanceOf(ManifestError);
    expect((error as Error).message).toMatchInlineSnapshot(
      `"Cannot load assignment "w2-optimization": exercises[1].id is "scheduleLrDecay", must be a key of generators in cases.js"`,
    );

    manifest.exercises.pop();
    await writeFile(join(folder, "assignment.json"), JSON.stringify(manifest));
    const { generators } = await openAssignment("w2-optimization", root);
    expect(Object.keys(generators)).toEqual(["updateLr"]);
  });

  test("openAssignment() says that cases.ts is missing", async () => {
    await mkdir(join(root, "w2-optimization"));
    await cp(join(own, "assignment.json"), join(root, "w2-optimization", "assignment.json"));
    await expect(openAssignment("w2-optimization", root)).rejects.toThrow(
      'Cannot load assignment "w2-optimization": cases.ts is missing',
    );
  });

  test("openAssignment() suggests the assignment that was probably meant", async () => {
    const error: unknown = await openAssignment("w2-optimisation").catch((reason) => reason);
    expect(error).toBeInstanceOf(UnknownAssignmentError);
    expect(error).toMatchObject({
      id: "w2-optimisation",
      suggestion: "w2-optimization",
      message: 'Cannot open assignment "w2-optimisation": there is no such assignment; did you mean "w2-optimization"?',
    });
  });

  test("openAssignment() lists the assignments where none is near, and leaves its folder for none", async () => {
    await expect(openAssignment("w7", root)).rejects.toThrow(
      'Cannot open assignment "w7": there is no such assignment; there are: none',
    );
    const error: unknown = await openAssignment("../reference").catch((reason) => reason);
    expect(error).toBeInstanceOf(UnknownAssignmentError);
    expect((error as UnknownAssignmentError).suggestion).toBeUndefined();
  });
});
