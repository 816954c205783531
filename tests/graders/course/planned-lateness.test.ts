import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runHere } from "../run-in-process.ts";

let folder: string;
let course: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "planned-lateness-"));
  await runHere(folder, "new", "course", "statistics", "--example", "statistics");
  course = join(folder, "statistics");
  await runHere(course, "new", "quiz", "line-quiz");
  await mkdir(join(folder, "handed-in"));
  await mkdir(join(folder, "answers"));
  const right = await readFile(join(course, "assignments/line-fit/examples/right-with-raw-sums.ts"), "utf8");
  await handIn("ada", right, "2026-10-25T22:58Z");
  await handIn("bo", right, "2026-10-25T23:00Z");
});
afterAll(() => rm(folder, { recursive: true }));

/** One minute before, and one minute after the deadline in Berlin, on a day of 25 hours. */
async function handIn(student: string, code: string, time: string): Promise<void> {
  const answers = JSON.stringify({ quiz: "line-quiz", answers: {} });
  for (const [file, text] of [
    [join(folder, "handed-in", `${student}.ts`), code],
    [join(folder, "answers", `${student}.json`), answers],
  ] as const) {
    await writeFile(file, text);
    await utimes(file, new Date(time), new Date(time));
  }
}

async function writePlan(late: object | undefined): Promise<void> {
  const work = ["line-fit", "line-quiz"].map((id) => ({ id, group: "all", due: "2026-10-25T23:59" }));
  const plan = {
    schemaVersion: 1,
    title: "Statistics",
    timeZone: "Europe/Berlin",
    groups: [{ id: "all", title: "All", weight: 100 }],
    weeks: [{ week: 1, title: "Lines", work }],
    ...(late && { late }),
  };
  await writeFile(join(course, "assignments/course.json"), JSON.stringify(plan));
}

let runs = 0;

/** Grades one of the two classes. @returns What was said, and how late each student is. */
async function grade(assignment: string, ...options: string[]) {
  runs += 1;
  const out = join(folder, `out-${runs}`);
  const handedIn = join(folder, assignment === "line-quiz" ? "answers" : "handed-in");
  const { code, stderr } = await runHere(course, "batch", assignment, handedIn, "--out", out, ...options);
  if (code !== 0) return { code, stderr, late: undefined };
  const { students } = JSON.parse(await readFile(join(out, "class.json"), "utf8"));
  const late = Object.fromEntries(
    students.map((one: { student: string; late?: { points: number; lateSeconds: number } }) => [one.student, one.late]),
  );
  return { code, stderr, late };
}

const policy = { percentPerDay: 10, capPercent: 50, lateDays: 5, hardDeadline: "2026-12-24T00:00" };

describe("gradecheck batch in a course with a plan", () => {
  test("takes due date and late policy from it, and says so in one line", async () => {
    await writePlan(policy);
    const { stderr, late } = await grade("line-fit");
    expect(stderr).toContain(
      "Lateness by course.json, as neither --late nor the manifest says anything: due Sun, 25 Oct 2026, 23:59 (UTC+01:00). Each day begun costs 10 % of the points reached. Lateness costs at most 50 %. Nothing counts after Thu, 24 Dec 2026, 00:00 (UTC+01:00).\n",
    );
    expect(late).toMatchObject({ ada: undefined, bo: { lateSeconds: 60, lateDaysUsed: 0, points: 10 } });
  });

  test("does the same for a quiz, and in German", async () => {
    await writePlan(policy);
    const { stderr, late } = await grade("line-quiz", "--lang", "de");
    expect(stderr).toContain(
      "Verspätung nach course.json, weil weder --late noch das Manifest etwas sagt: Abgabe bis So., 25. Okt. 2026, 23:59 (UTC+01:00).",
    );
    expect(late).toMatchObject({ ada: undefined, bo: { lateSeconds: 60 } });
  });

  test("prefers --late, and the manifest's own", async () => {
    await writePlan(policy);
    const told = await grade("line-fit", "--late", "due=2026-10-25T22:00Z,per-day=20%");
    expect(told.stderr).not.toContain("course.json");
    expect(told.late).toMatchObject({ ada: { points: 20 }, bo: { points: 20 } });
    const file = join(course, "assignments/line-fit/assignment.json");
    const manifest = await readFile(file, "utf8");
    await writeFile(file, JSON.stringify({ ...JSON.parse(manifest), late: { due: "2026-10-26T12:00Z" } }));
    const own = await grade("line-fit");
    await writeFile(file, manifest);
    expect(own.stderr).not.toContain("course.json");
    expect(own.late).toEqual({});
  });

  test("takes nothing from a plan that says nothing of lateness, nor where there is no plan", async () => {
    await writePlan(undefined);
    expect(await grade("line-fit")).toMatchObject({ code: 0, late: {} });
    await rm(join(course, "assignments/course.json"));
    expect(await grade("line-fit")).toMatchObject({ code: 0, late: {} });
  });

  test("refuses a plan that cannot be used, before anything is graded", async () => {
    await writePlan({ percentPerDay: 200 });
    expect(await grade("line-fit")).toEqual({
      code: 2,
      stderr: `gradecheck: Cannot use "${join(course, "assignments/course.json")}": late.percentPerDay is 200, must be <= 100\n`,
      late: undefined,
    });
  });
});
