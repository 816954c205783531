import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeKit } from "../../fixtures/write-kit.ts";
import { runHere, runHereWith } from "../run-in-process.ts";

/** Runs what is refused. @returns What is said, which is one line. */
async function refusal(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> {
  return inTemporaryFolder(async (folder) => {
    const { code, stdout, stderr } = await runHereWith(environment, folder, "explain", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    return stderr;
  });
}

describe("gradecheck explain", () => {
  it("says what a mistake is, where it belongs, where to look, what it looks like, and the hints of its exercise", () =>
    inTemporaryFolder(async (folder) => {
      const { code, stdout } = await runHere(folder, "explain", "schedule-no-floor");
      expect(code).toBe(0);
      expect(stdout).toContain("schedule-no-floor · scheduleLrDecay (");
      expect(stdout).toContain("Optimization Methods\n(w2-optimization)\n");
      expect(stdout).toMatch(/\nWhere to look: `\w+/);
      expect(stdout).toMatch(/\n\d of 4 visible cases fails?; the first:\nvisible-\d /);
      expect(stdout).toMatch(/\nHints for scheduleLrDecay\n1\. /);
      // Nothing of what is right.
      expect(stdout).not.toMatch(/hidden|=>|Math\.floor\(/);
    }));

  it("speaks German where the course does", () =>
    inTemporaryFolder(async (folder) => {
      const { stdout } = await runHere(folder, "explain", "schedule-no-floor", "--lang", "de");
      expect(stdout).toContain("\nWie es sich zeigt\n");
      expect(stdout).toContain("(w2-optimization)");
      expect(stdout).toContain("\nHinweise zu scheduleLrDecay\n1. ");
      expect(stdout).not.toContain("Where to look");
    }));

  it("is named by check, below each mistake that it names", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "submission.ts");
      await writeFile(
        file,
        "export const scheduleLrDecay = (a: number, e: number, d: number, t = 1000) => a / (1 + d * (e / t));\n",
      );
      const check = ["check", "w2-optimization", file, "--exercise", "scheduleLrDecay", "--no-types"];
      const { stdout } = await runHere(folder, ...check);
      const [, id = ""] = /\n {2}More: gradecheck explain (\S+)\n/.exec(stdout) ?? [];
      expect(id).toBe("schedule-no-floor");
      expect((await runHere(folder, ...check, "--lang", "de")).stdout).toContain(`Mehr dazu: gradecheck explain ${id}`);
    }));

  it("lists what it knows, of one assignment or of all", () =>
    inTemporaryFolder(async (folder) => {
      const all = await runHere(folder, "explain", "--list");
      expect(all.code).toBe(0);
      expect(all.stdout).toMatch(/^w1-initialization$/m);
      const one = await runHere(folder, "explain", "--list", "--assignment", "w2-optimization");
      expect(one.stdout).toMatch(/^w2-optimization\n {2}\S+ +[A-Z]/);
      expect(one.stdout).not.toContain("w1-initialization");
    }));

  it.each([
    [
      ["adam-no-bias"],
      'Cannot explain "adam-no-bias": there is no such mistake; did you mean "adam-no-bias-correction"',
    ],
    [["schedule-noo-floor"], 'did you mean "schedule-no-floor"'],
    [["?"], 'Cannot explain "?": there is no such mistake; type --list to see all'],
    [[], "Cannot explain: name a mistake, such as "],
    [["schedule-no-floor", "--assignment", "w9"], 'Cannot open assignment "w9": there is no such assignment'],
    [["schedule-no-floor", "--assignment", "w1-initialization"], 'Cannot explain "schedule-no-floor"'],
    [["schedule-no-floor", "--lang", "fr"], "argument 'fr' is invalid. Allowed choices are en, de"],
  ])("refuses %s in one line", async (args, why) => {
    expect(await refusal(args)).toContain(why);
  });

  it("says in a kit that it has nothing to explain", () =>
    inTemporaryFolder(async (folder) => {
      await writeKit(folder, "w2-optimization");
      const inKit = { [courseVariable]: folder };
      expect(await refusal(["schedule-no-floor"], inKit)).toContain(
        "this course has no texts about them, as kits have none",
      );
      const asked = ["schedule-no-floor", "--assignment", "w2-optimization"];
      expect(await refusal(asked, inKit)).toContain('"w2-optimization" has no texts about them');
    }));
});
