import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownFolder } from "../../../assignments/catalog/course.ts";
import { runHere } from "../run-in-process.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "course-command-"));
  await runHere(folder, "new", "course", "statistics", "--example", "statistics");
  await runHere(join(folder, "statistics"), "new", "quiz", "line-quiz");
});
afterAll(() => rm(folder, { recursive: true }));

const course = () => join(folder, "statistics");
const plan = {
  schemaVersion: 1,
  title: "Statistics 101",
  timeZone: "America/New_York",
  groups: [{ id: "all", title: "Everything", weight: 100 }],
  weeks: [
    {
      week: 1,
      title: "Lines",
      work: [
        { id: "line-fit", group: "all", due: "2026-11-01T23:59" },
        { id: "line-quiz", group: "all", due: "2026-11-01T23:59", weight: 3 },
      ],
    },
  ],
};
const writePlan = (changed: object = {}) =>
  writeFile(join(course(), "assignments/course.json"), JSON.stringify({ ...plan, ...changed }));

/** All files below a folder, sorted. */
async function filesIn(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

describe("gradecheck course", () => {
  test("says how a course without a plan gets one", async () => {
    await rm(join(course(), "assignments/course.json"), { force: true });
    expect(await runHere(course(), "course")).toEqual({
      code: 2,
      stdout: "",
      stderr: `gradecheck: Cannot find the plan of the course "${course()}": it has no assignments/course.json; write it; "gradecheck schema course" says what it holds\n`,
    });
  });

  test("says in one line each what is wrong with a plan", async () => {
    await writePlan({ groups: [{ id: "all", title: "Everything", weight: 90 }], title: "" });
    const first = await runHere(course(), "course");
    await writePlan({
      groups: [{ id: "all", title: "Everything", weight: 90 }],
      letterGrades: [{ grade: "A", from: 5 }],
    });
    const second = await runHere(course(), "course", "page", "--out", "site");
    const file = join(course(), "assignments/course.json");
    expect([first, second]).toEqual([
      {
        code: 2,
        stdout: "",
        stderr: `gradecheck: Cannot use "${file}": title is "", must NOT have fewer than 1 characters\n`,
      },
      {
        code: 2,
        stdout: "",
        stderr: `gradecheck: Cannot use "${file}": groups[*].weight is [90], must add up to 100, not to 90\ngradecheck: Cannot use "${file}": letterGrades[0].from is 5, must be 0, as every total gets a grade\n`,
      },
    ]);
  });

  test("prints the plan, and with --json all that is known, with times in UTC", async () => {
    await writePlan();
    const { code, stdout } = await runHere(course(), "course");
    expect(code).toBe(0);
    expect(stdout).toContain("Sun, 1 Nov 2026, 23:59 (UTC−05:00)");
    expect(stdout).toMatch(/line-fit .* 25 % +100 /);
    const data = JSON.parse((await runHere(course(), "course", "--json")).stdout);
    expect(data.weeks[0].work[0]).toMatchObject({ id: "line-fit", due: "2026-11-02T04:59:00.000Z", points: 100 });
    expect((await runHere(course(), "course", "--lang", "de")).stdout).toContain("So wird gezählt");
  });

  test("prints a manifest's own deadline, which comes before the plan's", async () => {
    await writePlan();
    const file = join(course(), "assignments/line-fit/assignment.json");
    const manifest = await readFile(file, "utf8");
    await writeFile(file, JSON.stringify({ ...JSON.parse(manifest), late: { due: "2026-12-01T12:00-05:00" } }));
    const { stdout } = await runHere(course(), "course");
    await writeFile(file, manifest);
    expect(stdout).toMatch(/line-fit .*Tue, 1 Dec 2026, 12:00 \(UTC−05:00\)/);
    expect(stdout).toMatch(/line-quiz .*Sun, 1 Nov 2026, 23:59 \(UTC−05:00\)/);
  });
});

describe("gradecheck course page", () => {
  test("writes a site whose links lead to files, twice the same, and removes what is not of the course any more", async () => {
    await writePlan();
    const site = join(folder, "site");
    const { code, stderr } = await runHere(course(), "course", "page", "--out", site);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Open ${join(site, "index.html")}\n` });
    const files = await filesIn(site);
    expect(files).toEqual(["course.ics", "handouts/line-fit.html", "index.html", "quizzes/line-quiz.html"]);
    const before = await Promise.all(files.map((file) => readFile(join(site, file), "utf8")));
    await runHere(course(), "course", "page", "--out", site);
    expect(await Promise.all(files.map((file) => readFile(join(site, file), "utf8")))).toEqual(before);
    for (const [i, file] of files.entries()) {
      for (const [, href = ""] of before[i]?.matchAll(/href="([^"#]+)(?:#[^"]*)?"/g) ?? []) {
        if (/^\w+:/.test(href)) continue;
        expect(files, `${file} links to ${href}`).toContain(normalize(join(dirname(file), href)));
      }
    }
    await writePlan({ weeks: [{ week: 1, title: "Lines", work: plan.weeks[0]?.work.slice(1) }] });
    await runHere(course(), "course", "page", "--out", site, "--lang", "de");
    expect(await filesIn(site)).toEqual(["course.ics", "index.html", "quizzes/line-quiz.html"]);
    expect(await readFile(join(site, "index.html"), "utf8")).toContain('<html lang="de">');
  });

  test("holds the pictures of handouts, and nothing of what is right", async () => {
    await writePlan();
    const handout = join(course(), "assignments/line-fit/README.md");
    const text = await readFile(handout, "utf8");
    await writeFile(join(course(), "assignments/line-fit/line.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    await writeFile(handout, `${text}\n\n![A line](line.svg)\n`);
    const site = join(folder, "pictures");
    await runHere(course(), "course", "page", "--out", site);
    await writeFile(handout, text);
    expect(await readFile(join(site, "handouts/line-fit.html"), "utf8")).toContain('src="data:image/svg+xml;base64,');
    const key = await readFile(join(course(), "reference/line-quiz/key.json"), "utf8");
    const explanations = [...key.matchAll(/"explanation": "([^"]{20,})"/g)].map(([, words = ""]) => words);
    expect(explanations.length).toBeGreaterThan(0);
    const quiz = await readFile(join(site, "quizzes/line-quiz.html"), "utf8");
    for (const words of explanations) expect(quiz).not.toContain(words.slice(0, 20));
  });

  test("refuses a folder of somebody else's, and a file", async () => {
    await writePlan();
    const taken = join(folder, "taken");
    await mkdir(taken);
    await writeFile(join(taken, "thesis.txt"), "mine");
    expect(await runHere(course(), "course", "page", "--out", taken)).toEqual({
      code: 2,
      stdout: "",
      stderr: `gradecheck: Cannot write to "${taken}": it holds "thesis.txt" and no course.ics, so no course page was written there; give a new or empty folder\n`,
    });
    expect(await runHere(course(), "course", "page", "--out", join(taken, "thesis.txt"))).toMatchObject({
      code: 2,
      stderr: `gradecheck: Cannot write to "${join(taken, "thesis.txt")}": it is a file; give a folder\n`,
    });
    expect(await readdir(taken)).toEqual(["thesis.txt"]);
  });

  test("writes the bundled course in both languages, all of whose links lead to files", async () => {
    for (const language of ["en", "de"]) {
      const site = join(folder, language);
      const { code } = await runHere(ownFolder, "course", "page", "--out", site, "--lang", language);
      expect(code).toBe(0);
      const files = await filesIn(site);
      for (const file of files) {
        const text = await readFile(join(site, file), "utf8");
        for (const [, href = ""] of text.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)) {
          if (/^\w+:/.test(href)) continue;
          expect(files, `${file} links to ${href}`).toContain(normalize(join(dirname(file), href)));
        }
      }
    }
  });
});
