import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { readSteps } from "./read-steps.ts";

const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
const page = await readFile(new URL("../../docs/authoring.md", import.meta.url), "utf8");

/** The one that no scaffold has. */
const newFile = "assignments/course.json";

type Shell = (commands: string) => Promise<{ readonly code: number; readonly said: string }>;

/** A shell that stays in the folder where it was left, and whose `npx gradecheck` is that of the checkout. */
async function openShell(folder: string): Promise<Shell & { readonly where: () => Promise<string> }> {
  const [programs, place] = [join(folder, "programs"), join(folder, "place")];
  await mkdir(programs);
  await mkdir(join(folder, "courses"));
  await writeFile(place, join(folder, "courses"));
  const npx = `#!/bin/sh\nshift\nexec '${process.execPath}' '${launcher}' "$@"\n`;
  await writeFile(join(programs, "npx"), npx, { mode: 0o755 });
  const env = {
    ...process.env,
    PATH: [programs, process.env["PATH"]].join(delimiter),
    GRADECHECK_SECRET: "the tests' own secret",
  };
  const run: Shell = (commands) =>
    new Promise((resolve) => {
      const script = `cd "$(cat '${place}')"\n${commands}\npwd > '${place}'\n`;
      execFile("bash", ["-e", "-c", script], { env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` }),
      );
    });
  return Object.assign(run, { where: async () => (await readFile(place, "utf8")).trim() });
}

it(
  "docs/authoring.md leads from nothing to a graded class",
  () =>
    inTemporaryFolder(async (folder) => {
      const shell = await openShell(folder);
      const said: string[] = [];
      for (const step of readSteps(page)) {
        if (step.kind === "skip") continue;
        if (step.kind === "write") {
          const file = join(await shell.where(), step.path);
          // It says what the scaffold has, and what becomes of it.
          const before = await readFile(file, "utf8").catch(() => undefined);
          expect(before, step.path).not.toBe(step.text);
          expect(before === undefined, step.path).toBe(step.path === newFile);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, step.text);
          continue;
        }
        const result = await shell(step.commands);
        expect(result.code, `${step.commands}${result.said}`).toBe(step.code);
        said.push(result.said);
      }
      const all = said.join("\n");
      expect(all.match(/^\d+ proofs? holds?/gm)).toHaveLength(4);
      expect(all).toContain("What probably happened: The slope is divided by the variation of y.");
      expect(all).toContain("2 students: 0 up, 0 down, 2 with the same points");
      const gradebook = await readFile(join(await shell.where(), "results/gradebook.csv"), "utf8");
      expect(gradebook).toMatch(/^ada,.*100/m);
    }),
  300_000,
);

it("docs/authoring.md shows files of one assignment, all that the scaffold has, and says why the rest is not run", () => {
  const steps = readSteps(page);
  const files = steps.flatMap((step) => (step.kind === "write" ? [step.path] : []));
  expect(files).toEqual([
    ...["assignment.json", "cases.ts", "contract.ts", "starter.ts", "README.md"].map(
      (name) => `assignments/spread/${name}`,
    ),
    ...["solution.ts", "misconceptions.ts", "equivalent-mutants.json"].map((name) => `reference/spread/${name}`),
    newFile,
  ]);
  expect(steps.filter(({ kind }) => kind === "skip")).toHaveLength(3);
  expect(steps.filter(({ kind }) => kind === "run").length).toBeGreaterThan(7);
});
