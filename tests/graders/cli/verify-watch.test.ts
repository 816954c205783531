import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { quizFiles, writeNew } from "../../../graders/scaffold/scaffold.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { ctrlC, onTerminal, terminalState } from "../../fixtures/on-terminal.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";
import { runCli } from "../run-cli.ts";

const launcher = fileURLToPath(new URL("../../../graders/gradecheck.js", import.meta.url));

test("gradecheck verify --watch proves again what has changed, says what fails, and leaves the terminal as it was", () =>
  inTemporaryFolder(async (folder) => {
    await writeToyCourse(folder);
    await writeNew(folder, { ...(await quizFiles("one")), ...(await quizFiles("two")) });
    const [cases, key] = [join(folder, "assignments/toy/cases.ts"), join(folder, "reference/two/key.json")];
    const [goodCases, goodKey] = [await readFile(cases, "utf8"), await readFile(key, "utf8")];
    await writeFile(cases, "export const = ;");
    const command = onTerminal([launcher, "verify", "--watch", "--course", folder], {
      cwd: folder,
      env: { ...process.env },
    });
    let seen = 0;
    const next = async (text: string): Promise<string> => {
      await expect.poll(() => command.shown().indexOf(text, seen), { timeout: 30_000 }).toBeGreaterThanOrEqual(0);
      const from = seen;
      seen = command.shown().indexOf(text, seen) + text.length;
      return command.shown().slice(from, seen);
    };
    const first = await next("Waiting for changes");
    expect(first).toMatch(/toy: could not be proved: .*cases\.ts/s);
    expect(first).toMatch(/one: .*1 proof holds.*two: .*1 proof holds/s);

    await writeFile(key, goodKey.replace('"correct": "median"', '"correct": "mean"'));
    const second = await next("Waiting for changes");
    expect(second).toMatch(/FAILED.*questions and key.*median.*two: .*1 of 1 proof failed/s);
    expect(second).not.toMatch(/ (one|toy)\b/);

    await writeFile(key, goodKey);
    expect(await next("Waiting for changes")).toContain("1 proof holds");

    // What was imported before is read again; and the end comes in the midst of it.
    await writeFile(cases, goodCases);
    await next("manifest, handout and starter");
    await next("full marks");
    command.type(ctrlC);
    expect(await command.ended).toBe(130);
    expect(terminalState(command.shown())).toEqual({ showsCursor: true, wrapsLines: true });
  }));

test("gradecheck verify --watch writes no reports", () =>
  inTemporaryFolder(async (folder) => {
    for (const option of [["--json"], ["--junit", "report.xml"]]) {
      const { code, stderr } = await runCli(folder, "verify", "--watch", ...option);
      expect([code, stderr]).toEqual([2, expect.stringContaining("cannot be used with option")]);
    }
  }));
