import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { runHere, runHereUnder } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { gradedClass, right, wrong } from "./small-class.ts";

const regrade = ["regrade", "--since", "out", "--workers", "1", "--progress", "none"];

describe("gradecheck regrade", () => {
  const graded = gradedClass({ "handed-in/amir.ts": right, "handed-in/bo.ts": wrong });

  it("says whose points change and why, and replaces nothing before it is told to", async () => {
    const { folder } = graded;
    const out = join(folder, "out");
    const scores = async (): Promise<number[]> =>
      (JSON.parse(await readFile(join(out, "class.json"), "utf8")) as ClassResult).students.map(({ score }) => score);
    const before = await readTree(out);

    const same = await runHere(folder, ...regrade);
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining("0 up, 0 down") });

    await writeFile(join(folder, "handed-in", "bo.ts"), right);
    const moved = await runHere(folder, ...regrade);
    expect(moved.stdout).toMatch(/bo\s.*1\.58.*10/);
    expect(moved.stdout).toContain("1 up, 0 down");
    expect(await scores()).toEqual([10, 1.58]);
    const after = await readTree(out);
    for (const [path, text] of before) if (path !== "durations.html") expect(after.get(path)).toBe(text);
    expect([...after.keys()]).toEqual(expect.arrayContaining(["regrade.html", "regrade.csv", "regrade/index.html"]));

    const applied = await runHere(folder, ...regrade, "--apply");
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining("1 up, 0 down") });
    expect(await scores()).toEqual([10, 10]);
    expect([...(await readTree(out)).keys()].filter((path) => path.startsWith("regrade/"))).toEqual([]);
  });

  it("compares points alone where results of before were made under another course secret, and says so", async () => {
    const { code, stdout, stderr } = await runHereUnder("another secret of the tests", graded.folder, ...regrade);
    expect(code).toBe(0);
    expect(stderr).toContain("2 earlier results cannot be trusted");
    expect(stdout).not.toContain("none →");
    expect(stdout).toContain("2 students: 0 up, 0 down, 2 with the same points");
  });

  it("refuses a folder in which no batch has come to its end, in one line", () =>
    inTemporaryFolder(async (folder) => {
      const none = await runHere(folder, "regrade", "--since", folder);
      expect(none).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("it holds no batch.json; give the folder of a batch"),
      });
      await writeFile(
        join(folder, "batch.json"),
        '{"assignment":"w2-optimization","submissions":"/nowhere","seed":1,"attempt":"last"}',
      );
      const half = await runHere(folder, "regrade", "--since", folder);
      expect(half).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/class\.json": it is not there; run gradecheck batch/),
      });
      for (const { stderr } of [none, half]) expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }));
});
