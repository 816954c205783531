import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { drawCandidates } from "../../../graders/counterexample/candidates.ts";
import { candidateRunSeed } from "../../../graders/counterexample/prepare-candidates.ts";
import { kitFiles, smallCasesOf } from "../../../graders/session/kit.ts";
import { expectedValues } from "../../../reference/oracle/oracle.ts";
import type { Report } from "../../../reports/report/report.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { kitFacts } from "../../fixtures/write-kit.ts";
import { runHere } from "../run-in-process.ts";
import { right, updateLrWith, wrongWithoutDecay } from "./wrong-in-corners.ts";

afterEach(() => vi.unstubAllEnvs());

const token = "w2-optimization:1.0.0:updateLr:small-3:1";

async function handIn(folder: string, body: string): Promise<string> {
  const files = updateLrWith(body);
  const path = join(folder, "submission.ts");
  if ("bytes" in files) await writeFile(path, files.bytes);
  return path;
}

describe("gradecheck check --case", () => {
  it("shows what the feedback page shows, from the token alone", () =>
    inTemporaryFolder(async (folder) => {
      const path = await handIn(folder, wrongWithoutDecay);
      const graded = await runHere(folder, "grade", "w2-optimization", path, "--json", "--exercise", "updateLr");
      const { exercises }: Report = JSON.parse(graded.stdout);
      expect(exercises[0]?.counterexample?.token).toBe(token);
      const { code, stdout } = await runHere(folder, "check", "w2-optimization", path, "--case", token, "--json");
      const report: Report = JSON.parse(stdout);
      expect(code).toBe(1);
      expect(report.exercises.map(({ cases }) => cases)).toEqual([[exercises[0]?.counterexample?.case]]);
    }));

  it("prints the case with its inputs, and ends with 0 when it is mended", () =>
    inTemporaryFolder(async (folder) => {
      const path = await handIn(folder, right);
      const { code, stdout } = await runHere(folder, "check", "w2-optimization", path, "--case", token);
      expect(code).toBe(0);
      expect(stdout).toContain("small-3:1 (decay rate 0) is called with");
      expect(stdout).toContain("decayRate = 0");
    }));

  it.each([
    [["w2-optimization"], "nonsense", 'Cannot show case "nonsense": a token looks like'],
    [["w2-optimization"], "w1-initialization:1.0.0:f:small-1:1", 'it is of assignment "w1-initialization", not'],
    [["w2-optimization"], "w2-optimization:1.0.0:updateLr:small-99:1", '"updateLr" has no case small-99:1'],
    [["w2-quiz"], token, '"w2-quiz" is a quiz, which has none'],
  ])("of %s refuses %s in one line", (args, wrong, why) =>
    inTemporaryFolder(async (folder) => {
      const path = await handIn(folder, right);
      const { code, stdout, stderr } = await runHere(folder, "check", ...args, path, "--case", wrong);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(why);
      expect(stderr.trim()).toMatch(/^gradecheck: [^\n]+$/);
    }),
  );

  it("works in a kit, which has no reference", () =>
    inTemporaryFolder(async (folder) => {
      const { manifest, ...assignment } = await openAssignment("w2-optimization");
      const cases = drawCandidates({ manifest, ...assignment });
      const cache = openCache("expected", userDirectory("cache", process.env));
      const { values } = await expectedValues({ manifest, ...assignment }, cases, { seed: candidateRunSeed, cache });
      const others = {
        "assignment.json": JSON.stringify(manifest),
        ...smallCasesOf({ cases, expected: values }),
      };
      const kit = kitFiles(kitFacts("w2-optimization"), [], new Map(), others);
      await writeKitFiles(folder, kit);
      vi.stubEnv(courseVariable, folder);
      const wrong = await runHere(
        folder,
        "check",
        "w2-optimization",
        await handIn(folder, wrongWithoutDecay),
        "--case",
        token,
      );
      expect(wrong.code).toBe(1);
      expect(wrong.stdout).toContain("decay rate 0");
      const mended = await runHere(folder, "check", "w2-optimization", await handIn(folder, right), "--case", token);
      expect(mended.code).toBe(0);
      const unknown = token.replace("small-3", "small-99");
      const { code, stderr } = await runHere(
        folder,
        "check",
        "w2-optimization",
        await handIn(folder, right),
        "--case",
        unknown,
      );
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("has no case small-99:1") });
    }));
});

async function writeKitFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const directory = join(folder, "assignments", "w2-optimization");
  await mkdir(directory, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
}
