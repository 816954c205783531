import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import type { ClassResult } from "../../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runCli } from "../run-cli.ts";
import { readTree } from "./read-tree.ts";

const launcher = fileURLToPath(new URL("../../../graders/gradecheck.js", import.meta.url));
const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
const wrong = "export const updateLr = (a: number): number => a;";

it("gradecheck regrade says who moves and why, and replaces nothing before it is told to", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    await writeFile(join(folder, "handed-in", "amir.ts"), right);
    await writeFile(join(folder, "handed-in", "bo.ts"), wrong);
    const out = join(folder, "out");
    const scores = async (): Promise<number[]> =>
      (JSON.parse(await readFile(join(out, "class.json"), "utf8")) as ClassResult).students.map(({ score }) => score);
    const batch = [
      "batch",
      "w2-optimization",
      "handed-in",
      "--out",
      "out",
      "--exercise",
      "updateLr",
      "--progress",
      "none",
    ];
    expect(await runCli(folder, ...batch)).toMatchObject({ code: 0 });
    const before = await readTree(out);

    const same = await runCli(folder, "regrade", "--since", "out", "--progress", "none");
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining("0 up, 0 down") });

    await writeFile(join(folder, "handed-in", "bo.ts"), right);
    const moved = await runCli(folder, "regrade", "--since", "out", "--progress", "none");
    expect(moved.stdout).toMatch(/bo\s.*2.*10/);
    expect(moved.stdout).toContain("1 up, 0 down");
    expect(await scores()).toEqual([10, 2]);
    const after = await readTree(out);
    for (const [path, text] of before) if (path !== "times.html") expect(after.get(path)).toBe(text);
    expect([...after.keys()]).toEqual(expect.arrayContaining(["regrade.html", "regrade.csv", "regrade/index.html"]));

    const applied = await runCli(folder, "regrade", "--since", "out", "--apply", "--progress", "none");
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining("1 up, 0 down") });
    expect(await scores()).toEqual([10, 10]);
    expect([...(await readTree(out)).keys()].filter((path) => path.startsWith("regrade/"))).toEqual([]);
  }));

it("gradecheck regrade refuses a folder in which no batch has come to its end, in one line", () =>
  inTemporaryFolder(async (folder) => {
    const none = await runCli(folder, "regrade", "--since", folder);
    expect(none).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("it holds no batch.json; give the folder of a batch"),
    });
    await writeFile(
      join(folder, "batch.json"),
      '{"assignment":"w2-optimization","submissions":"/nowhere","seed":1,"attempt":"last"}',
    );
    const half = await runCli(folder, "regrade", "--since", folder);
    expect(half).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/class\.json": it is not there; run gradecheck batch/),
    });
    for (const { stderr } of [none, half]) expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  }));

it("gradecheck regrade compares points alone where results of before were made under another course secret, and says so", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    await writeFile(join(folder, "handed-in", "amir.ts"), right);
    await writeFile(join(folder, "handed-in", "bo.ts"), wrong);
    const flags = ["--out", "out", "--exercise", "updateLr", "--progress", "none"];
    await runCli(folder, "batch", "w2-optimization", "handed-in", ...flags);
    const args = [launcher, "regrade", "--since", "out", "--progress", "none"];
    const env = { ...process.env, GRADECHECK_SECRET: "another secret of the tests" };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
    expect(stderr).toContain("2 results of before are not as they were written");
    expect(stdout).not.toContain("none →");
    expect(stdout).toContain("2 students: 0 up, 0 down, 2 with the same points");
  }));
