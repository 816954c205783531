import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { courseVariable, listAssignments } from "../../../assignments/catalog/course.ts";
import { courseOfOne } from "../../../graders/release/course-of-one.ts";
import type { KitContent } from "../../../graders/release/release-kit.ts";
import { assignmentVersion } from "../../../graders/session/assignment-version.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";

afterEach(() => vi.unstubAllEnvs());

async function write(folder: string, content: KitContent): Promise<void> {
  for (const [path, file] of Object.entries(content)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), file);
  }
}

const versionOf = async (id: string): Promise<string> => {
  const { manifest, contentHash } = await openAssignment(id);
  return assignmentVersion(manifest, contentHash);
};

const ids = await listAssignments();

describe("courseOfOne()", () => {
  it.each(ids)("carries of %s what grades it, makes the same version of it, and no more", (id) =>
    inTemporaryFolder(async (folder) => {
      const content = await courseOfOne(id);
      const version = await versionOf(id);
      await write(folder, content);
      vi.stubEnv(courseVariable, folder);
      expect(await versionOf(id)).toBe(version);
      const allowed = new RegExp(`^assignments/(${id}|catalog|values)/|^reference/(${id}|variants)/`);
      const foreign = /also-right|equivalent-|conformance|score-spreads|examples|^reference.*pictures/;
      expect(Object.keys(content).filter((path) => !allowed.test(path) || foreign.test(path))).toEqual([]);
    }),
  );

  it("takes from what assignments share what this one imports, with the data beside it, and no other's answers", () =>
    inTemporaryFolder(async (folder) => {
      await writeToyCourse(folder);
      vi.stubEnv(courseVariable, folder);
      const cases = await readFile(join(folder, "assignments/toy/cases.ts"), "utf8");
      await write(folder, {
        "assignments/toy/cases.ts": `import { type Size } from "../sizes/size.ts";\n${cases}`,
        "assignments/sizes/size.ts": "export type Size = number;\n",
        "assignments/sizes/data/sizes.txt": "1 2 3\n",
        "assignments/unused/other.ts": "export {};\n",
        "assignments/toy/examples/right.ts": "export {};\n",
        "reference/toy/also-right/other.ts": "export {};\n",
        "reference/toy/equivalent-mutants.json": "[]\n",
        "reference/toy/releases/1.0.0+0123456789ab.json": "{}\n",
        "reference/last-year/solution.ts": "export {};\n",
      });
      expect(Object.keys(await courseOfOne("toy"))).toEqual([
        "assignments/sizes/data/sizes.txt",
        "assignments/sizes/size.ts",
        "assignments/toy/README.md",
        "assignments/toy/assignment.json",
        "assignments/toy/cases.ts",
        "assignments/toy/contract.ts",
        "assignments/toy/starter.ts",
        "reference/toy/misconceptions.ts",
        "reference/toy/releases/1.0.0+0123456789ab.json",
        "reference/toy/solution.ts",
      ]);
    }));

  it("says so where a module is not in the course", () =>
    inTemporaryFolder(async (folder) => {
      const course = join(folder, "course");
      await writeToyCourse(course);
      vi.stubEnv(courseVariable, course);
      await write(folder, {
        "shared.ts": "export const one = 1;\n",
        "course/reference/toy/solution.ts": 'export * from "../../../shared.ts";\n',
      });
      await expect(courseOfOne("toy")).rejects.toThrow('it imports "../shared.ts" from outside its course');
    }));
});
