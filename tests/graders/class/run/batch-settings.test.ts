import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { gradedClass, oneExercise, right, withClass, wrong } from "./small-class.ts";

const roster = "id,name,email\namir,Amir Example,amir@example.org\nbo,Bo Example,bo@example.org\n";
const platforms = [
  ...["--export", "canvas", "moodle", "gradescope", "lti"],
  ...["--title", "HW 2", "--canvas-layout", "sis-login", "--moodle-column", "Username", "--pass", "40"],
];
const exportFiles = ["canvas.csv", "moodle.csv", "lti-scores.jsonl", "gradescope/amir.json", "gradescope/bo.json"];
/** Written as the run goes. */
const ofTheRun = ["durations.jsonl", "durations.html"];
const overrides = "student,exercise,points,reason\nbo,,7,Oral exam\n";
const files = { "handed-in/amir.ts": right, "handed-in/bo.ts": wrong, "roster.csv": roster };
const regrade = ["regrade", "--since", "out", "--workers", "1", "--progress", "none"];

describe("the settings of a batch", () => {
  const graded = gradedClass(files, "--roster", "roster.csv", ...platforms);

  it("hold for a second run and for regrade --apply, which write the same exports and give the same warnings", async () => {
    const { folder, batch } = graded;
    expect(graded.first).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("canvas.csv: Canvas will propose a new assignment"),
    });
    const before = await readTree(join(folder, "out"), ofTheRun);
    expect([...before.keys()]).toEqual(expect.arrayContaining(exportFiles));
    expect(before.get("moodle.csv")).toMatch(/^Username,HW 2,/);
    expect(before.get("canvas.csv")).toMatch(/^Student,ID,SIS Login ID,Section,HW 2/);

    const again = await batch();
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(
      /^Options kept from the earlier run: .*--export canvas moodle gradescope lti, --title "HW 2".*--pass 40%/m,
    );
    expect(await readTree(join(folder, "out"), ofTheRun)).toEqual(before);

    const preview = await runHere(folder, ...regrade);
    expect(preview).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("canvas.csv: Canvas will propose a new assignment"),
    });
    expect(await readFile(join(folder, "out", "regrade", "canvas.csv"), "utf8")).toBe(before.get("canvas.csv"));

    const applied = await runHere(folder, ...regrade, "--apply");
    expect(applied).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("canvas.csv: Canvas will propose a new assignment"),
    });
    const after = await readTree(join(folder, "out"), [...ofTheRun, "regrade.html", "regrade.csv"]);
    expect(after).toEqual(before);
  });

  it("are forgotten with --new-settings, and so are the files that nobody asks for any more", async () => {
    const { folder, batch } = graded;
    const { code, stderr } = await batch("--new-settings", ...oneExercise, "--export", "junit");
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("As in the run before")]);
    const files = [...(await readTree(join(folder, "out"))).keys()];
    expect(files).toContain("junit.xml");
    for (const file of exportFiles) expect(files).not.toContain(file);
  });

  it("that a platform has come to refuse end regrade with 2, and replace nothing", async () => {
    const { folder } = graded;
    const before = await readTree(join(folder, "out"));
    await writeFile(join(folder, "roster.csv"), roster.replace("bo,", "=bo,"));
    await writeFile(join(folder, "handed-in", "=bo.ts"), wrong);
    for (const flags of [[], ["--apply"]]) {
      const { code, stderr } = await runHere(folder, ...regrade, ...flags);
      expect(code).toBe(2);
      expect(stderr).toMatch(/Cannot export to Canvas: .*"=bo".*nothing is graded yet/);
      expect(await readTree(join(folder, "out"))).toEqual(before);
    }
  });

  it.each([
    [
      "a title that Canvas drops",
      ["--export", "canvas", "--canvas-layout", "sis-login", "--title", "Final Score"],
      /Canvas silently drops/,
    ],
    [
      "ids that Canvas does not know",
      ["--export", "canvas"],
      /Canvas finds students by its own numbers, and "amir" and "bo" are none/,
    ],
    ["a title that is Moodle's own column", ["--export", "moodle", "--title", "Email address"], /column beside it/],
    ["overrides that are not there", ["--overrides", "gone.csv"], /there is no such file/],
  ])("with %s are refused before anything is graded or written", (_, flags, message) =>
    withClass(files, async ({ folder, batch }) => {
      const { code, stderr, stdout } = await batch(...oneExercise, "--roster", "roster.csv", ...flags);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      await expect(stat(join(folder, "out"))).rejects.toThrow("ENOENT");
    }),
  );

  it("may change marks of students who are not chosen this time", () =>
    withClass({ ...files, "overrides.csv": overrides }, async ({ batch }) => {
      const flags = [...oneExercise, "--overrides", "overrides.csv", "--student", "amir"];
      expect(await batch(...flags)).toMatchObject({ code: 0, stdout: expect.stringContaining("1 student: 1 graded") });
    }));
});
