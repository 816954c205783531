import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { runGradecheck } from "../graders/quiz/run-gradecheck.ts";

const assignments = await listAssignments();
const root = new URL("../../", import.meta.url);

describe("gradecheck check", () => {
  it.each(assignments)("never asks a generator of %s for a hidden case", async (id) => {
    const { manifest, generators } = await openAssignment(id);
    const asked: string[] = [];
    const watched = Object.fromEntries(
      Object.entries(generators).map(([exercise, generate]): [string, typeof generate] => [
        exercise,
        (random, index, visibility) => {
          asked.push(visibility);
          return generate(random, index, visibility);
        },
      ]),
    );
    const cases = generateCases({ manifest, generators: watched }, { visibility: "visible", seed: 1 });
    expect(cases.length).toBeGreaterThan(0);
    expect(new Set([...asked, ...cases.map(({ visibility }) => visibility)])).toEqual(new Set(["visible"]));
    // Without the secret they cannot be made at all.
    expect(() => generateCases({ manifest, generators }, { visibility: "all", seed: 1 })).toThrow(/secret is missing/);
  });

  it("opens its session for the visible cases, and loads nothing that reads the secret", async () => {
    const source = await readFile(new URL("graders/cli/commands/check-assignment.ts", root), "utf8");
    expect(source).toContain('visibility: "visible"');
    expect(source).not.toContain('"all"');
    for (const module of ["check-assignment", "check-submission"]) {
      expect(await loadedBy(new URL(`graders/cli/commands/${module}.ts`, root))).not.toContain("course-secret.ts");
    }
    expect(await loadedBy(new URL("graders/cli/commands/grade-assignment.ts", root))).toContain("course-secret.ts");
  });
});

describe("gradecheck check on a desk without a secret", () => {
  let home: string;
  const saved = { ...process.env };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "gradecheck-home-"));
    process.env["XDG_CONFIG_HOME"] = home;
    delete process.env["GRADECHECK_SECRET"];
  });
  afterAll(async () => {
    Object.assign(process.env, saved); // In place: native libraries read the real environment, not a copy.
    await rm(home, { recursive: true });
  });

  it("tells of no hidden case and makes no secret", async () => {
    const starter = fileURLToPath(new URL("assignments/w2-optimization/starter.ts", root));
    const { code, stdout, stderr } = await runGradecheck(home, ["check", "w2-optimization", starter, "--json"]);
    expect(stderr).toBe(`Reading ${starter}\n`);
    expect(code).toBe(1);
    expect(stdout).toContain('"visible-1"');
    expect(stdout).not.toContain("hidden");
    expect(await readdir(home)).toEqual([]);
  });
});

/** Names of all files of ours that a module loads, directly or not, at its start or later. */
async function loadedBy(file: URL, found = new Set<string>()): Promise<string[]> {
  const text = await readFile(file, "utf8");
  for (const [, target = ""] of text.matchAll(/(?:^import (?!type )[^;]*?from |import\()"(\.[^"]+\.ts)"/gm)) {
    const next = new URL(target, file);
    if (found.has(next.pathname)) continue;
    found.add(next.pathname);
    await loadedBy(next, found);
  }
  return [...found].map((path) => path.replace(/^.*\//, ""));
}
