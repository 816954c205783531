import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import { validateReport } from "../../../../reports/report/validate-report.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { readHtml } from "../../../fixtures/read-html.ts";
import { liveMarkup } from "../../../security/unsafe-text.ts";
import { type CliResult, runCliHeedingModes } from "../../run-cli.ts";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { broken, gradedClass, oneExercise, right, withClass, wrong } from "./small-class.ts";

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../../assignments/w2-optimization/examples/${name}`, import.meta.url));

const roster = `id,name,email,section,late days
amir,Amir Example,amir@example.org,A,0
bo,"=cmd()|' /C calc'!A0",bo@example.org,A,1
chen,Chen Example,chen@example.org,B,0
dora,Dora Example,dora@example.org,B,0
`;

const notStarted = 'export const updateLr = () => { throw new Error("Not implemented: updateLr"); };';

/** Hands in: two students with the same file, one with a mistake in two attempts, one who is on no roster, one file of no kind. */
async function attempt(folder: string): Promise<void> {
  const to = join(folder, "handed-in");
  await mkdir(to);
  await cp(example("s02-perfect-classic-loop.ts"), join(to, "amir.ts"));
  await cp(example("s02-perfect-classic-loop.ts"), join(to, "bo.ts"));
  await cp(example("s08-gradient-ascent.ts"), join(to, "chen.ts"));
  await cp(example("s26-syntax-error.ts"), join(to, "zoe.ts"));
  await writeFile(join(to, "notes.pdf"), "%PDF");
  await writeFile(join(folder, "roster.csv"), roster);
}

describe("gradecheck batch", () => {
  let result: CliResult;
  let tree: ReadonlyMap<string, string>;
  let found: ClassResult;
  beforeAll(() =>
    inTemporaryFolder(async (folder) => {
      await attempt(folder);
      await writeFile(
        join(folder, "overrides.csv"),
        'student,exercise,delta,reason\nchen,updateParametersWithGd,2,"The sign was explained"\n',
      );
      const flags = [
        "--roster",
        "roster.csv",
        "--overrides",
        "overrides.csv",
        "--late",
        "due=2020-01-01T00:00Z,per-day=1%,cap=10%",
      ];
      const all = [
        "--out",
        "out",
        "--progress",
        "json",
        "--similarity",
        "--export",
        "moodle",
        "gradescope",
        "github-classroom",
        "junit",
      ];
      result = await runHere(folder, "batch", "w2-optimization", "handed-in", ...flags, ...all);
      tree = await readTree(join(folder, "out"));
      found = JSON.parse(tree.get("class.json") ?? "null") as ClassResult;
    }),
  );
  const student = (id: string) => found.students.find((one) => one.student === id);

  it("grades who is on the roster and lists everybody and everything else", () => {
    expect(result.code).toBe(0);
    expect(found.students.map(({ student: id, status }) => [id, status])).toEqual([
      ["amir", "graded"],
      ["bo", "graded"],
      ["chen", "graded"],
      ["dora", "missing"],
    ]);
    expect(found.unmatched.map(({ path }) => path)).toEqual(["notes.pdf", "zoe.ts"]);
  });

  it("grades equal submissions once, and each student has pages of their own", () => {
    expect([...tree.keys()].filter((path) => path.startsWith("results/"))).toHaveLength(2);
    expect(student("amir")?.result).toBe(student("bo")?.result);
    expect(validateReport(JSON.parse(tree.get("students/bo.json") ?? "")).submission.name).toBe("=cmd()|' /C calc'!A0");
    expect(tree.get("feedback/bo.html")).not.toContain("Amir");
  });

  it("keeps raw score, lateness and overrides apart, and says each on the page", () => {
    expect(student("amir")).toMatchObject({ rawScore: 100, score: 90, late: { points: 10 } });
    const chen = student("chen");
    expect(chen).toMatchObject({
      rawScore: 91.18,
      overrides: [{ exercise: "updateParametersWithGd", reason: "The sign was explained" }],
    });
    expect(chen?.score).toBe(83.87);
    expect(tree.get("feedback/chen.html")).toContain("The sign was explained");
  });

  it("gives students nothing of hidden cases", () => {
    const report = validateReport(JSON.parse(tree.get("feedback/chen.json") ?? ""));
    expect(report.audience).toBe("student");
    const hidden = report.exercises.flatMap(({ cases }) => cases).filter(({ visibility }) => visibility === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const one of hidden) expect(Object.keys(one).sort()).toEqual(["id", "outcome", "visibility"]);
  });

  it("writes the gradebooks, in which a formula is text", () => {
    expect(tree.get("gradebook.csv")).toContain("\"'=cmd()|' /C calc'!A0\"".slice(1, 12));
    expect(tree.get("gradebook.csv")).not.toMatch(/(^|,)"?=cmd/m);
    expect(tree.get("moodle.csv")).toMatch(/^Email address,/);
    expect([...tree.keys()]).toEqual(
      expect.arrayContaining(["junit.xml", "gradescope/chen.json", "github-classroom/chen.txt", "similarity.html"]),
    );
  });

  it("links from the class page to pages that are there, and nothing in it is alive", () => {
    const page = tree.get("index.html") ?? "";
    const links = [...page.matchAll(/href="((?:students|feedback)\/[^"]+)"/g)].map(([, link = ""]) =>
      decodeURIComponent(link),
    );
    expect(links.length).toBeGreaterThanOrEqual(6);
    for (const link of links) expect([...tree.keys()]).toContain(link);
    // The one script is ours, and the policy of the page allows no other.
    expect(readHtml(page).flatMap(liveMarkup)).toEqual(["<script>"]);
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; [^"]*script-src 'sha256-[^']+'; /);
  });

  it("tells machines how far it is", () => {
    const last = JSON.parse(
      result.stderr
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .at(-1) ?? "null",
    );
    expect(last).toMatchObject({ event: "progress", done: 3, total: 3, outcomes: { graded: 3 } });
  });
});

describe("gradecheck batch, run again", () => {
  const graded = gradedClass({
    ...{ "handed-in/amir.ts": right, "handed-in/bo.ts": right },
    ...{ "handed-in/chen.ts": right, "handed-in/zoe.ts": broken },
  });

  it("grades only what has changed, and forgets nobody", async () => {
    const { folder, batch } = graded;
    await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
    const { stderr } = await batch("--progress", "json");
    expect(stderr).toContain('"done":4,"total":4');
    expect(stderr).toContain('"found":3');
    const students = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")).students;
    expect(students.map(({ score }: { score: number }) => score)).toEqual([1.58, 10, 10, 0]);
  });
});

it("gradecheck batch takes the best of several attempts where it is told to", () =>
  withClass(
    {
      "handed-in/amir/attempt-1/submission.ts": right,
      "handed-in/amir/attempt-2/submission.ts": notStarted,
      "handed-in/bo.ts": right,
    },
    async ({ folder, batch }) => {
      const score = async (attempt: string): Promise<unknown> => {
        const out = `out-${attempt}`;
        const run = await batch("--out", out, "--attempt", attempt, ...oneExercise);
        expect(run.code).toBe(0);
        const { students } = JSON.parse(await readFile(join(folder, out, "class.json"), "utf8")) as ClassResult;
        return students.map(({ student, score: points, attempt: counting, attempts }) => [
          student,
          points,
          counting,
          attempts,
        ]);
      };
      expect(await score("last")).toEqual([
        ["amir", 0, 2, 2],
        ["bo", 10, 1, 1],
      ]);
      expect(await score("first")).toEqual([
        ["amir", 10, 1, 2],
        ["bo", 10, 1, 1],
      ]);
      expect(await score("best")).toEqual([
        ["amir", 10, 1, 2],
        ["bo", 10, 1, 1],
      ]);
    },
  ));

describe("gradecheck batch, given what it cannot use", () => {
  const refused = async (
    args: readonly string[],
    prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
  ) =>
    inTemporaryFolder(async (folder) => {
      await attempt(folder);
      await mkdir(join(folder, "empty"));
      await prepare(folder);
      const before = await readTree(folder);
      const { code, stdout, stderr } = await runHere(folder, "batch", "w2-optimization", ...args);
      expect(stdout).toBe("");
      expect(await readTree(folder)).toEqual(before);
      return { code, stderr: stderr.replaceAll(`${folder}/`, "") };
    });

  it.each([
    ["an empty folder", ["empty", "--out", "out"], /Cannot find a submission in "empty"/],
    ["no such folder", ["nowhere", "--out", "out"], /Cannot read "nowhere"/],
    ["a roster with an id twice", ["handed-in", "--out", "out", "--roster", "twice.csv"], /twice\.csv/],
    ["a roster without ids", ["handed-in", "--out", "out", "--roster", "no-ids.csv"], /no-ids\.csv/],
    ["a late policy without a due date", ["handed-in", "--out", "out", "--late", "per-day=10%"], /late policy/],
    ["an output folder with somebody's files", ["handed-in", "--out", "handed-in"], /it holds "/],
    ["an export of no kind", ["handed-in", "--out", "out", "--export", "blackboard"], /blackboard/],
    ["a student of no name", ["handed-in", "--out", "out", "--student", "nobody"], /nobody/],
  ])("refuses %s in one line, and writes nothing", async (_, args, message) => {
    const { code, stderr } = await refused(args, async (folder) => {
      await writeFile(join(folder, "twice.csv"), "id,name\namir,A\namir,B\n");
      await writeFile(join(folder, "no-ids.csv"), "name,mark\nA,1\n");
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("refuses the output folder of another assignment", async () => {
    const { code, stderr } = await refused(["handed-in", "--out", "out"], async (folder) => {
      await mkdir(join(folder, "out"));
      await writeFile(
        join(folder, "out", "batch.json"),
        '{"assignment":"w3-tensorflow","submissions":"/x","seed":1,"attempt":"last"}',
      );
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Cannot write to "out": it holds results of w3-tensorflow, not of w2-optimization; give another folder',
    );
  });

  it("grades the others where a file cannot be read, and lists that one", () =>
    inTemporaryFolder(async (folder) => {
      await attempt(folder);
      await chmod(join(folder, "handed-in", "bo.ts"), 0);
      const flags = ["--out", "out", "--exercise", "updateLr"];
      const { code, stdout } = await runCliHeedingModes(folder, "batch", "w2-optimization", "handed-in", ...flags);
      expect(code).toBe(0);
      expect(stdout).toContain("3 students: 2 graded, 1 not gradable");
      expect(stdout).toContain("bo.ts: ");
    }));
});
