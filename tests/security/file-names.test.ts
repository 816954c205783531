import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openQuiz } from "../../assignments/quiz/load-quiz.ts";
import { validateReport } from "../../reports/report/validate-report.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import type { CliResult } from "../graders/run-cli.ts";
import { runHereWith } from "../graders/run-in-process.ts";
import { rawControls } from "./unsafe-text.ts";

const right = "export const updateLr = (a: number, n: number, d: number) => a / (1 + d * n);\n";
const command = /^\s*::|##\w*\[/m;

// A runner of workflows would be told to look away.
beforeEach(() => void vi.stubEnv("GITHUB_ACTIONS", undefined));
afterEach(() => void vi.unstubAllEnvs());

/** Runs the command line with all that it makes in one folder: whoever names a path of this machine names that. */
async function runIn(folder: string, ...args: readonly string[]): Promise<CliResult> {
  const temporary = join(folder, "tmp");
  await mkdir(temporary, { recursive: true });
  return runHereWith({ TMPDIR: temporary }, folder, ...args);
}

/** Everything that was written into a folder, one file after the other. */
async function textIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
}

describe.skipIf(process.platform === "win32")("gradecheck, given names that act elsewhere", () => {
  const names = ["a\n::error::owned.txt", "b##vso[task.complete]##[error].txt"];

  it.each(["check", "grade"])("%s refuses a file in one line that commands no runner", async (how) => {
    await inTemporaryFolder(async (folder) => {
      for (const name of names) {
        await writeFile(join(folder, name), right);
        const { code, stderr } = await runIn(folder, how, "w2-optimization", join(folder, name));
        expect(code).toBe(2);
        expect(stderr).not.toMatch(command);
        expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      }
    });
  });

  it("grade prints data and words that command no runner", async () => {
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, "b##vso[task.complete]##[error].ts");
      const throws = 'throw new Error("##vso[task.setvariable variable=PATH]x ##teamcity[y]");';
      await writeFile(path, `export const updateLr = () => { console.log("##[group]"); ${throws} };`);
      const grade = ["grade", "w2-optimization", path, "--exercise", "updateLr"];
      for (const how of [["--json"], ["--out", join(folder, "out")]]) {
        const { code, stdout, stderr } = await runIn(folder, ...grade, ...how);
        expect(code).toBe(0);
        expect(stdout + stderr).not.toMatch(/##\w*\[/);
      }
    });
  });
});

describe.skipIf(process.platform === "win32")("gradecheck grade, of what lies on this machine", () => {
  it("tells students no path of it, whatever is wrong with a submission", async () => {
    await inTemporaryFolder(async (folder) => {
      const at = (name: string): string => join(folder, name);
      await mkdir(at("empty"));
      await mkdir(at("nested/submission.ts"), { recursive: true });
      await writeFile(at("binary.ts"), new Uint8Array([0, 1]));
      await writeFile(at("other.txt"), right);
      await symlink(at("nowhere.ts"), at("dangling.ts"));
      await symlink(at("binary.ts"), at("link.ts"));
      const paths = ["empty", "nested", "binary.ts", "other.txt", "dangling.ts", "link.ts", "no\ufffdutf.ts"].map(at);
      const args = ["grade", "w2-optimization", ...paths, "--exercise", "updateLr", "--audience", "student"];
      const { code, stdout } = await runIn(folder, ...args, "--json", "--out", at("out"));
      expect(code).toBe(0);
      const reports = stdout
        .trimEnd()
        .split("\n")
        .map((line) => validateReport(JSON.parse(line)));
      expect(reports.map(({ status }) => status)).toEqual(paths.map(() => "not-gradable"));
      expect(stdout + (await textIn(at("out")))).not.toContain(folder);
    });
  });

  it("answers a class's quiz though some answers are links, missing or not to be read", async () => {
    const { id } = await openQuiz("w1-quiz");
    await inTemporaryFolder(async (folder) => {
      const at = (name: string): string => join(folder, name);
      for (const name of ["ada", "eve", "ivo"]) await mkdir(at(name));
      await writeFile(at("ada/answers.json"), JSON.stringify({ quiz: id, answers: { "large-split": "fifths" } }));
      await symlink("../ada/answers.json", at("eve/answers.json"));
      await symlink("ada", at("mia"));
      await symlink("nowhere.json", at("dangling.json"));
      const paths = ["ada", "eve", "mia", "ivo", "dangling.json"].map(at);
      const args = ["grade", id, ...paths, "--audience", "student", "--json", "--out", at("out")];
      const { code, stdout } = await runIn(folder, ...args);
      expect(code).toBe(0);
      const reports = stdout
        .trimEnd()
        .split("\n")
        .map((line) => validateReport(JSON.parse(line)));
      expect(reports.map(({ message }) => message)).toEqual([
        undefined,
        expect.stringContaining("symbolic link"),
        expect.stringContaining("symbolic link"),
        expect.stringContaining("the folder has no answers.json"),
        expect.stringContaining("no such file"),
      ]);
      const told = stdout + (await textIn(at("out")));
      expect(told).not.toContain(folder);
      expect(rawControls(told)).toEqual([]);
    });
  });
});
