import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateReport } from "../../reports/report/validate-report.ts";
import { type CliResult, runCli } from "./run-cli.ts";
import { runHere } from "./run-in-process.ts";

const reference = fileURLToPath(new URL("../../reference/w2-optimization/solution.ts", import.meta.url));
const example = (name: string): string =>
  fileURLToPath(new URL(`../../assignments/w2-optimization/examples/${name}`, import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const gradecheck = (...args: string[]): Promise<CliResult> => runHere(folder, ...args);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The commands that a help lists. */
const commandsIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name = ""]) => name);

describe("gradecheck check", () => {
  it("ends with 0 on right work", async () => {
    const { code, stdout } = await gradecheck("check", "w2-optimization", reference);
    expect(code).toBe(0);
    expect(stdout).toContain("Visible cases: 25 of 25 pass");
  });

  it("ends with 1 and says what is wrong on a mistake, without a word of hidden cases", async () => {
    const { code, stdout } = await runCli(folder, "check", "w2-optimization", example("s08-gradient-ascent.ts"));
    expect(code).toBe(1);
    expect(stdout).toContain("What probably happened: The step is added to the parameters instead of subtracted.");
    expect(stdout).not.toContain("hidden");
  });

  it("runs the exercises asked for alone", async () => {
    const { stdout } = await gradecheck("check", "w2-optimization", reference, "--exercise", "updateLr", "--json");
    expect(validateReport(JSON.parse(stdout))).toMatchObject({
      score: 10,
      audience: "student",
      exercises: [{ id: "updateLr" }],
    });
  });

  it("says what a failing case calls the function with, and every visible one with --show-inputs", async () => {
    const gd = ["check", "w2-optimization", example("s08-gradient-ascent.ts"), "--exercise", "updateParametersWithGd"];
    const page = join(folder, "inputs.html");
    const brief = await gradecheck(...gd, "--html", page);
    expect(brief.stdout).toContain("called with parameters: W1 2×3, b1 2×1, W2 3×2, b2 3×1; grads: dW1 2×3");
    expect(await readFile(page, "utf8")).toMatch(/<caption>grads\.dW1 [\s\S]*<code>learningRate = 0.1<\/code>/);
    const lr = ["check", "w2-optimization", reference, "--exercise", "updateLr", "--show-inputs"];
    const { stdout } = await gradecheck(...lr);
    expect(stdout.match(/visible-\d .*is called with\n {2}learningRate0 = \S+\n {2}epochNum = \S+\n/g)).toHaveLength(3);
  });

  it("writes the page where it is asked to", async () => {
    const page = join(folder, "page.html");
    await gradecheck("check", "w2-optimization", reference, "--html", page);
    expect(await readFile(page, "utf8")).toMatch(/^<!doctype html>/i);
  });
});

describe("gradecheck grade", () => {
  it("prints a report a line with --json, hostile and broken submissions included, and ends with 0", async () => {
    const binary = await file("binary.ts", new Uint8Array([0, 1, 2]));
    const paths = [reference, example("s26-syntax-error.ts"), binary, example("s25-out-of-memory.ts")];
    const { code, stdout } = await gradecheck("grade", "w2-optimization", ...paths, "--json");
    const reports = stdout
      .trimEnd()
      .split("\n")
      .map((line) => validateReport(JSON.parse(line)));
    expect(code).toBe(0);
    expect(reports.map(({ status }) => status)).toEqual(["graded", "not-gradable", "not-gradable", "graded"]);
    expect(reports[0]).toMatchObject({ audience: "instructor", score: 100 });
    expect(await readdir(folder)).not.toContain("graded");
  });

  it("writes pages and JSON for the instructor and to hand out, an index, and nothing half-written", async () => {
    const out = join(folder, "out");
    const { code, stdout, stderr } = await gradecheck(
      "grade",
      "w2-optimization",
      reference,
      example("s06-perfect-folder"),
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("2 submissions, 2 graded");
    expect(stderr).toContain(join(out, "index.html"));
    expect((await readdir(out)).sort()).toEqual(["feedback", "index.html", "students"]);
    expect(await readFile(join(out, "index.html"), "utf8")).toContain('href="students/s06-perfect-folder.html"');
    const names = ["s06-perfect-folder", "solution"].flatMap((name) => [`${name}.html`, `${name}.json`]);
    for (const [inner, audience] of [
      ["students", "instructor"],
      ["feedback", "student"],
    ] as const) {
      expect((await readdir(join(out, inner))).sort()).toEqual(names);
      const json = await readFile(join(out, inner, "s06-perfect-folder.json"), "utf8");
      expect(validateReport(JSON.parse(json)).audience).toBe(audience);
    }
  });

  it("writes nothing of a hidden case with --audience student, and names the page to open", async () => {
    const out = join(folder, "for-students");
    const args = ["--exercise", "updateLr", "--audience", "student", "--out", out];
    const { stderr } = await gradecheck("grade", "w2-optimization", reference, ...args);
    expect(stderr).toContain(`Open ${join(out, "feedback", "solution.html")}\n`);
    expect((await readdir(out)).sort()).toEqual(["feedback", "index.html"]);
    const report = validateReport(JSON.parse(await readFile(join(out, "feedback", "solution.json"), "utf8")));
    const hidden = report.exercises.flatMap(({ cases }) => cases.filter(({ visibility }) => visibility === "hidden"));
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of hidden) expect(Object.keys(one).sort()).toEqual(["id", "outcome", "visibility"]);
  });

  it("refuses the folder of a batch, whose pages it would replace", async () => {
    const out = join(folder, "class");
    await mkdir(out);
    await writeFile(join(out, "batch.json"), "{}");
    const { code, stderr } = await gradecheck("grade", "w2-optimization", reference, "--out", out);
    expect([code, await readdir(out)]).toEqual([2, ["batch.json"]]);
    expect(stderr).toContain("it holds a class that batch has graded; give another folder");
  });

  it("tells students nothing of hidden cases with --audience student", async () => {
    const { stdout } = await gradecheck(
      "grade",
      "w2-optimization",
      example("s08-gradient-ascent.ts"),
      "--json",
      "--audience",
      "student",
    );
    const report = validateReport(JSON.parse(stdout));
    const hidden = report.exercises.flatMap(({ cases }) => cases.filter(({ visibility }) => visibility === "hidden"));
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of hidden) expect(Object.keys(one).sort()).toEqual(["id", "outcome", "visibility"]);
  });
});

describe("gradecheck grade --isolation process --log", () => {
  it("gives the same reports, and times in the log alone", async () => {
    const log = join(folder, "run.jsonl");
    const paths = [reference, example("s08-gradient-ascent.ts"), example("s23-throws-type-error.ts")];
    const pooled = await gradecheck("grade", "w2-optimization", ...paths, "--json");
    const alone = await gradecheck(
      "grade",
      "w2-optimization",
      ...paths,
      "--json",
      "--isolation",
      "process",
      "--log",
      log,
    );
    expect(alone.stdout).toBe(pooled.stdout);
    const events = (await readFile(log, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual(["start", "graded", "graded", "graded", "end"]);
    expect(events[0]).toMatchObject({ isolation: "process", node: expect.any(String) });
    expect(events[1]).toMatchObject({ seconds: expect.any(Number), sha256: expect.any(String) });
    expect(events[4].timeScale).toBeGreaterThanOrEqual(1);
  });
});

describe("gradecheck doctor", () => {
  it("finds that a worker can read and write no file, start no process, and knows no environment", async () => {
    const { code, stdout } = await gradecheck("doctor", "--json");
    const findings = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const what of ["reading files", "writing files", "child processes", "environment"]) {
      expect(findings).toContainEqual({ what: `worker: ${what}`, state: "ok", detail: "refused" });
    }
    expect(findings.filter(({ state }) => state === "missing")).toEqual([]);
    expect(code).toBe(0);
  });
});

describe("gradecheck", () => {
  it.each([
    [
      "a missing file",
      () => ["grade", "w2-optimization", "nothing.ts"],
      /Cannot grade "nothing\.ts": no such file or folder/,
    ],
    [
      "a missing file among others",
      () => ["grade", "w2-optimization", reference, "nothing.ts"],
      /Cannot grade "nothing\.ts"/,
    ],
    ["a folder without submission.ts", () => ["grade", "w2-optimization", folder], /the folder has no submission\.ts/],
    ["an unknown assignment", () => ["grade", "w2-optimisation", reference], /did you mean "w2-optimization"\?/],
    [
      "an unknown exercise",
      () => ["check", "w2-optimization", reference, "--exercise", "x"],
      /Cannot grade exercise "x"/,
    ],
    ["a seed that is no integer", () => ["grade", "w2-optimization", reference, "--seed", "x"], /integer/],
    ["an unknown command", () => ["grad"], /Did you mean grade\?/],
    ["no arguments", () => ["check"], /missing required argument/],
  ])("ends with 2 and one clear message on %s, writing nothing", async (_, args, message) => {
    const { code, stdout, stderr } = await gradecheck(...args());
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
    expect(await readdir(folder)).not.toContain("graded");
  });

  it.each([
    ["binary", new Uint8Array([0, 159, 146, 150])],
    ["of 10 MB", "//".repeat(5_000_000)],
  ])("ends with 2 on a single file that is %s", async (_, content) => {
    const path = await file("single.ts", content);
    const { code, stderr } = await gradecheck("grade", "w2-optimization", path);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("single.ts");
  });

  it("lists what can be graded", async () => {
    const { stdout } = await gradecheck("list", "--json");
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.find(({ id }) => id === "w2-optimization")).toMatchObject({ points: 100 });
  });

  it("has a help that names every command and the exit codes", async () => {
    const { code, stdout } = await gradecheck("--help");
    expect(code).toBe(0);
    for (const word of ["list", "check", "grade", "Exit codes"]) expect(stdout).toContain(word);
  });
});

describe("gradecheck --help", () => {
  it("names every command, of which each explains its arguments and options", async () => {
    const { code, stdout } = await gradecheck("--help");
    expect(code).toBe(0);
    const commands = commandsIn(stdout);
    expect(commands).toEqual(
      expect.arrayContaining(["list", "check", "grade", "batch", "regrade", "quiz", "doctor", "verify"]),
    );
    const explained: string[] = [];
    const explain = async (...path: string[]): Promise<void> => {
      const help = await gradecheck(...path, "--help");
      expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining("Options:") });
      const [, named = ""] =
        new RegExp(`^Usage: gradecheck ${path.join(" ")} \\[options\\](.*)`).exec(help.stdout) ?? [];
      for (const [argument] of named.replace("[command]", "").matchAll(/\w+/g))
        expect(help.stdout).toMatch(new RegExp(`^  ${argument} +\\S`, "m"));
      explained.push(path.join(" "));
      for (const inner of commandsIn(help.stdout)) await explain(...path, inner);
    };
    for (const name of commands) await explain(name);
    expect(explained).toEqual(expect.arrayContaining(["course page", "course gradebook"]));
  });
});
