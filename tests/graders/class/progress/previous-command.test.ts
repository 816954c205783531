import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Progress, Report } from "../../../../reports/report/report.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "../run/read-tree.ts";
import { broken, gradedClass, oneExercise, right, wrong } from "../run/small-class.ts";

const ofTheRun = ["durations.jsonl", "durations.html"];
const handedIn = { "handed-in/ada.ts": wrong, "handed-in/bo.ts": right, "handed-in/cy.ts": broken };
const second = { "again/ada.ts": right, "again/bo.ts": wrong, "again/cy.ts": broken, "again/dora.ts": right };

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const reportAt = async (...path: readonly string[]): Promise<Report> =>
  JSON.parse(await readFile(join(...path), "utf8")) as Report;

describe("gradecheck batch --previous", () => {
  const graded = gradedClass({ ...handedIn, ...second });
  const flags = [...oneExercise, "--workers", "1", "--progress", "none"];
  const batch = (folder: string, out: string, ...more: readonly string[]) =>
    runHere(folder, "batch", "w2-optimization", "again", "--out", out, ...flags, ...more);

  it("says on each page what has come of the attempt before, and in the class by how much points have changed", async () => {
    const { folder } = graded;
    const run = await batch(folder, "out2", "--previous", "out");
    expect(run).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Mean change since the last attempt: 0 (3 "),
    });
    const found: Record<string, Progress | undefined> = {};
    for (const student of ["ada", "bo", "cy", "dora"]) {
      const [own, full] = [
        await reportAt(folder, "out2/feedback", `${student}.json`),
        await reportAt(folder, "out2/students", `${student}.json`),
      ];
      expect(own.progress).toEqual(full.progress);
      found[student] = own.progress;
    }
    const { score: low } = await reportAt(folder, "out/feedback/ada.json");
    expect(low).toBeLessThan(5);
    expect(found).toEqual({
      ada: { attempts: [low], exercises: [{ id: "updateLr", change: "mended", before: low, after: 10 }] },
      bo: { attempts: [10], exercises: [{ id: "updateLr", change: "new", before: 10, after: low }] },
      cy: { attempts: [0], exercises: [{ id: "updateLr", change: "open", before: 0, after: 0 }] },
      dora: undefined,
    });
    const page = await readFile(join(folder, "out2/feedback/ada.html"), "utf8");
    expect(page).toContain(
      `Since your last attempt: 1 fixed, 0 newly failing, 0 still open; ${low} → 10 of 10 points.`,
    );
    expect(page).toContain(`Fixed since your last attempt: ${low} → 10 points`);
    expect(await readFile(join(folder, "out2/feedback/dora.html"), "utf8")).not.toContain("last attempt");
    expect(await readFile(join(folder, "out2/index.html"), "utf8")).toMatch(
      /<dt>Mean change since the last attempt<\/dt><dd>0 \(3 students\)<\/dd>/,
    );
  });

  it("writes the same bytes each time, the same marks as without, and keeps the option for reruns and regrade", async () => {
    const { folder } = graded;
    await batch(folder, "plain");
    await batch(folder, "out2", "--previous", "out");
    const tree = await readTree(join(folder, "out2"), ofTheRun);
    for (const file of ["gradebook.csv"])
      expect(tree.get(file)).toBe(await readFile(join(folder, "plain", file), "utf8"));
    await rm(join(folder, "out2/feedback"), { recursive: true });
    const again = await batch(folder, "out2");
    expect(again.stderr).toContain("--previous");
    expect(await readTree(join(folder, "out2"), ofTheRun)).toEqual(tree);
    await runHere(folder, "regrade", "--since", "out2", "--workers", "1", "--progress", "none", "--apply");
    const after = await readTree(join(folder, "out2"), [...ofTheRun, "regrade.html", "regrade.csv"]);
    expect(after).toEqual(tree);
  });

  it("takes folders of attempts, of which the one that is written is none", async () => {
    const { folder } = graded;
    await mkdir(join(folder, "attempts"));
    await cp(join(folder, "out"), join(folder, "attempts/attempt-1"), { recursive: true });
    await cp(join(folder, "out"), join(folder, "attempts/attempt-2"), { recursive: true });
    const { score: low } = await reportAt(folder, "out/feedback/ada.json");
    for (const _ of ["first", "rerun"]) {
      expect(await batch(folder, "attempts/attempt-3", "--previous", "attempts")).toMatchObject({ code: 0 });
      expect((await reportAt(folder, "attempts/attempt-3/feedback/ada.json")).progress?.attempts).toEqual([low, low]);
    }
    const page = await readFile(join(folder, "attempts/attempt-3/feedback/ada.html"), "utf8");
    expect(page).toContain("Points of all attempts");
    expect(page).toMatch(/<th scope="row">This attempt<\/th>.*<td class="number">10<\/td>/);
  });

  it.for([
    ["nowhere", "there is no such folder"],
    ["roster.csv", "it is not a folder"],
    ["again", "there is no report in it"],
    ["broken", "it is not valid JSON"],
    ["out3", "the new reports go there"],
  ] as const)("refuses %s in one line, and writes nothing", async ([previous, why]) => {
    const { folder } = graded;
    await write(folder, { "roster.csv": "", "broken/ada.json": "{" });
    if (previous === "out3") await cp(join(folder, "out"), join(folder, "out3"), { recursive: true });
    const before = await readTree(folder);
    const run = await batch(folder, "out3", "--previous", previous);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr.trimEnd()).toMatch(/^gradecheck: Cannot compare with earlier reports in .*$/m);
    expect(run.stderr).toContain(why);
    expect(await readTree(folder)).toEqual(before);
  });
});

it("gradecheck grade --previous takes what grade --json printed, and tells of one submission what came of it", () =>
  inTemporaryFolder(async (folder) => {
    await write(folder, { "ada-attempt-1.ts": wrong, "ada-attempt-2.ts": right, "bo.ts": right });
    const grade = (...more: readonly string[]) =>
      runHere(folder, "grade", "w2-optimization", ...more, ...oneExercise, "--workers", "1");
    const first = await grade("ada-attempt-1.ts", "--json");
    await write(folder, { "earlier/all.jsonl": first.stdout });
    const { score: low } = JSON.parse(first.stdout) as Report;
    const run = await grade("ada-attempt-2.ts", "--previous", "earlier", "--lang", "de");
    const points = String(low).replace(".", ",");
    expect(run.stdout).toContain(
      `Seit dem letzten Versuch: 1 behoben, 0 neu gescheitert, 0 noch offen; ${points} → 10 von 10 Punkten.`,
    );
    const both = await grade(
      "ada-attempt-2.ts",
      "bo.ts",
      "--previous",
      "earlier",
      "--audience",
      "student",
      "--out",
      "b",
    );
    expect(both.stdout).toContain(`Mean change since the last attempt: +${10 - low} (1 student)`);
    expect((await reportAt(folder, "b/feedback/ada-attempt-2.json")).progress?.attempts).toEqual([low]);
    const other = await runHere(folder, "grade", "w1-initialization", "bo.ts", "--previous", "earlier");
    expect(other).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("of w2-optimization, not of w1-initialization"),
    });
  }));

it("gradecheck check --previous compares checks with checks, and tells no points", () =>
  inTemporaryFolder(async (folder) => {
    await write(folder, { "ada.ts": wrong });
    const check = (...more: readonly string[]) =>
      runHere(folder, "check", "w2-optimization", "ada.ts", "--no-types", ...oneExercise, ...more);
    await write(folder, { "earlier/1.json": (await check("--json")).stdout });
    expect((await check("--previous", "earlier")).stdout).toContain(
      "Since your last attempt: 0 fixed, 0 newly failing, 1 still open.",
    );
    await write(folder, { "ada.ts": right });
    const mended = await check("--previous", "earlier", "--html", "page.html");
    expect(mended.stdout).toContain("Since your last attempt: 1 fixed, 0 newly failing, 0 still open.");
    expect(await readFile(join(folder, "page.html"), "utf8")).toContain(
      'class="since mended">Fixed since your last attempt<',
    );
    const graded = await runHere(folder, "grade", "w2-optimization", "ada.ts", ...oneExercise, "--json");
    await write(folder, { "graded/1.json": graded.stdout });
    expect(await check("--previous", "graded")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("its reports are of graded work"),
    });
  }));

it("gradecheck grade --previous compares answers to a quiz by question; check, which knows no right ones, refuses", () =>
  inTemporaryFolder(async (folder) => {
    const answers = (given: object) => JSON.stringify({ schemaVersion: 1, quiz: "w1-quiz", answers: given });
    await write(folder, { "ada.json": answers({}) });
    const grade = (...more: readonly string[]) => runHere(folder, "grade", "w1-quiz", "ada.json", ...more);
    await write(folder, { "earlier/1.json": (await grade("--json")).stdout });
    const run = await grade("--previous", "earlier", "--out", "out");
    expect(run.stdout).toMatch(
      /Since your last attempt: 0 fixed, 0 newly failing, \d+ still open; 0 → 0 of \d+ points\./,
    );
    expect(await runHere(folder, "check", "w1-quiz", "ada.json", "--previous", "earlier")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("check only tests whether a quiz is complete"),
    });
  }));
