import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CourseSettings } from "../../../../assignments/catalog/plan/course-plan.ts";
import { CoursePlanError } from "../../../../assignments/catalog/plan/course-plan-error.ts";
import { loadCoursePlan, plannedLate, plannedWork } from "../../../../assignments/catalog/plan/load-course-plan.ts";
import { translatePlan } from "../../../../assignments/catalog/plan/translate-plan.ts";

const good = {
  schemaVersion: 1,
  title: "Statistics",
  timeZone: "Europe/Berlin",
  groups: [
    { id: "programming", title: "Programming", weight: 66.67, dropLowest: 1 },
    { id: "quizzes", title: "Quizzes", weight: 33.33 },
  ],
  weeks: [
    {
      week: 1,
      title: "Lines",
      starts: "2026-10-12",
      work: [
        { id: "line-fit", group: "programming", due: "2026-10-18T23:59" },
        { id: "line-quiz", group: "quizzes", due: "2026-10-18T23:59-03:00" },
      ],
    },
    { week: 3, title: "Spread", work: [{ id: "spread", group: "programming", due: "2026-11-01T23:59", weight: 2 }] },
  ],
} satisfies CourseSettings;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "course-plan-"));
  for (const [id, file] of [
    ["line-fit", "assignment.json"],
    ["spread", "assignment.json"],
    ["line-quiz", "quiz.json"],
  ] as const) {
    await mkdir(join(root, id));
    await writeFile(join(root, id, file), "{}");
  }
});
afterEach(() => rm(root, { recursive: true }));

type Changed = Record<string, never> & CourseSettings;

/** The good plan with something changed, as it lies in a course. */
async function planWith(change: (settings: Changed) => void) {
  const settings = structuredClone(good) as unknown as Changed;
  change(settings);
  await writeFile(join(root, "course.json"), JSON.stringify(settings));
  return loadCoursePlan(root);
}

/** What is said of it, without what comes before every problem. */
async function linesFor(change: (settings: Changed) => void): Promise<readonly string[]> {
  const error: unknown = await planWith(change).catch((reason) => reason);
  expect(error).toBeInstanceOf(CoursePlanError);
  const { lines } = error as CoursePlanError;
  const head = `Cannot use "${join(root, "course.json")}": `;
  for (const line of lines) expect(line.startsWith(head), line).toBe(true);
  return lines.map((line) => line.slice(head.length));
}

const wrong = (value: unknown) => value as never;
const work = (settings: CourseSettings, week: number, i: number) => settings.weeks[week]?.work[i] ?? wrong(undefined);

describe("loadCoursePlan()", () => {
  test("loadCoursePlan() finds no plan in a course that has none", async () => {
    expect(await loadCoursePlan(root)).toBeUndefined();
  });

  test("loadCoursePlan() fills in what is left out, and reads times in the course's time zone", async () => {
    const plan = await planWith((settings) => Object.assign(settings, { late: { hardDeadline: "2026-12-24T00:00" } }));
    const last = new Date("2026-12-23T23:00Z");
    expect(plan).toEqual({
      title: "Statistics",
      timeZone: "Europe/Berlin",
      groups: [good.groups[0], { ...good.groups[1], dropLowest: 0 }],
      weeks: [
        {
          week: 1,
          title: "Lines",
          starts: "2026-10-12",
          work: [
            {
              id: "line-fit",
              kind: "assignment",
              group: "programming",
              weight: 1,
              due: new Date("2026-10-18T21:59Z"),
              hardDeadline: last,
            },
            {
              id: "line-quiz",
              kind: "quiz",
              group: "quizzes",
              weight: 1,
              due: new Date("2026-10-19T02:59Z"),
              hardDeadline: last,
            },
          ],
        },
        {
          week: 3,
          title: "Spread",
          work: [
            {
              id: "spread",
              kind: "assignment",
              group: "programming",
              weight: 2,
              due: new Date("2026-11-01T22:59Z"),
              hardDeadline: last,
            },
          ],
        },
      ],
      late: {},
      letterGrades: [],
      danger: { totalBelow: 50, missing: 2, fall: 25 },
    });
  });

  test("loadCoursePlan() takes the bundled course, whose work all exists", async () => {
    const bundled = await loadCoursePlan();
    expect(bundled?.title).toBe("Improving Deep Neural Networks");
    expect(plannedWork(bundled ?? wrong({ weeks: [] })).length).toBeGreaterThanOrEqual(8);
  });

  test.each<[string, (settings: Changed) => void, string[]]>([
    ["a missing title", (s) => Reflect.deleteProperty(s, "title"), ["title is missing, must be given"]],
    [
      "a field that there is not",
      (s) => Object.assign(s, { zone: 1 }),
      ["zone is 1, must not be there: no such property"],
    ],
    [
      "a time zone",
      (s) => Object.assign(s, { timeZone: "Europe/Berln" }),
      ['timeZone is "Europe/Berln", must be a time zone of the IANA database, such as Europe/Berlin'],
    ],
    [
      "weights",
      (s) => Object.assign(s.groups[0], { weight: 70 }),
      ["groups[*].weight is [70,33.33], must add up to 100, not to 103.33"],
    ],
    ["a negative weight", (s) => Object.assign(s.groups[0], { weight: -1 }), ["groups[0].weight is -1, must be >= 0"]],
    [
      "an id of a group",
      (s) => Object.assign(s.groups[0], { id: "Prog ramming" }),
      ['groups[0].id is "Prog ramming", must be lower-case letters and digits, with hyphens between'],
    ],
    [
      "dropping all",
      (s) => Object.assign(s.groups[0], { dropLowest: 2 }),
      ["groups[0].dropLowest is 2, must leave some work of its group to count, which has 2"],
    ],
    [
      "an empty group",
      (s) => s.groups.push({ id: "exam", title: "Exam", weight: 0 }),
      ['groups[2].id is "exam", must be the group of some work: it has none'],
    ],
    [
      "a group twice",
      (s) => Object.assign(s.groups[1] ?? {}, { id: "programming" }),
      [
        'groups[1].id is "programming", must differ from groups[0].id',
        'weeks[0].work[1].group is "quizzes", must be one of groups: programming, programming',
      ],
    ],
    [
      "a group that there is not",
      (s) => Object.assign(work(s, 1, 0), { group: "exams" }),
      [
        "groups[0].dropLowest is 1, must leave some work of its group to count, which has 1",
        'weeks[1].work[0].group is "exams", must be one of groups: programming, quizzes',
      ],
    ],
    [
      "unknown work",
      (s) => Object.assign(work(s, 1, 0), { id: "spraed" }),
      ['weeks[1].work[0].id is "spraed", must be an assignment or a quiz of the course; did you mean "spread"?'],
    ],
    [
      "quite unknown work",
      (s) => Object.assign(work(s, 1, 0), { id: "w9" }),
      ['weeks[1].work[0].id is "w9", must be an assignment or a quiz of the course: line-fit, line-quiz, spread'],
    ],
    [
      "work twice",
      (s) => Object.assign(work(s, 1, 0), { id: "line-fit" }),
      ['weeks[1].work[0].id is "line-fit", must differ from weeks[0].work[0].id'],
    ],
    [
      "weeks out of order",
      (s) => Object.assign(s.weeks[1] ?? {}, { week: 1 }),
      ["weeks[1].week is 1, must be above the week before, 1"],
    ],
    [
      "a start that is no day",
      (s) => Object.assign(s.weeks[0], { starts: "2026-02-29" }),
      ['weeks[0].starts is "2026-02-29", must be a day of the calendar'],
    ],
    [
      "a start with a time",
      (s) => Object.assign(s.weeks[0], { starts: "2026-10-12T08:00" }),
      ['weeks[0].starts is "2026-10-12T08:00", must be a date, as in 2026-10-12'],
    ],
    [
      "starts out of order",
      (s) => Object.assign(s.weeks[1] ?? {}, { starts: "2026-10-12" }),
      ['weeks[1].starts is "2026-10-12", must be after 2026-10-12, when the week before starts'],
    ],
    [
      "a due date of the wrong year",
      (s) => Object.assign(work(s, 0, 0), { due: "2025-10-18T23:59" }),
      ['weeks[0].work[0].due is "2025-10-18T23:59", must not be before its week starts, 2026-10-12'],
    ],
    [
      "a due date without a time",
      (s) => Object.assign(work(s, 0, 0), { due: "2026-10-18" }),
      ['weeks[0].work[0].due is "2026-10-18", must be a date with a time, as in 2026-10-18T23:59'],
    ],
    [
      "a day that there is not",
      (s) => Object.assign(work(s, 1, 0), { due: "2027-02-29T10:00" }),
      ['weeks[1].work[0].due is "2027-02-29T10:00", must be a day of the calendar'],
    ],
    [
      "a time that clocks skip",
      (s) => Object.assign(work(s, 1, 0), { due: "2027-03-28T02:30" }),
      [
        'weeks[1].work[0].due is "2027-03-28T02:30", must be a time that exists in Europe/Berlin, where clocks are set forward; the nearest are 2027-03-28T01:59+01:00 and 2027-03-28T03:00+02:00',
      ],
    ],
    [
      "a time that is there twice",
      (s) => Object.assign(work(s, 1, 0), { due: "2026-10-25T02:30" }),
      [
        'weeks[1].work[0].due is "2026-10-25T02:30", must say which: that time is there twice in Europe/Berlin, 2026-10-25T02:30+02:00 and 2026-10-25T02:30+01:00',
      ],
    ],
    [
      "a hard deadline before due",
      (s) => Object.assign(work(s, 0, 0), { hardDeadline: "2026-10-18T21:00Z" }),
      ['weeks[0].work[0].hardDeadline is "2026-10-18T21:00Z", must not be before due, 2026-10-18T23:59'],
    ],
    [
      "a last day before work is due",
      (s) => Object.assign(s, { late: { hardDeadline: "2026-10-31T00:00" } }),
      ['late.hardDeadline is "2026-10-31T00:00", must not be before weeks[1].work[0].due, 2026-11-01T23:59'],
    ],
    [
      "a last day of no calendar",
      (s) => Object.assign(s, { late: { hardDeadline: "2026-11-31T00:00" } }),
      ['late.hardDeadline is "2026-11-31T00:00", must be a day of the calendar'],
    ],
    [
      "a due date for all",
      (s) => Object.assign(s, { late: { due: "2026-11-30T00:00" } }),
      ['late.due is "2026-11-30T00:00", must not be there: no such property'],
    ],
    [
      "letters that do not fall",
      (s) =>
        Object.assign(s, {
          letterGrades: [
            { grade: "A", from: 80 },
            { grade: "B", from: 80 },
            { grade: "C", from: 0 },
          ],
        }),
      ["letterGrades[1].from is 80, must be below the grade before, which is from 80"],
    ],
    [
      "letters that end above 0",
      (s) =>
        Object.assign(s, {
          letterGrades: [
            { grade: "A", from: 90 },
            { grade: "B", from: 50 },
          ],
        }),
      ["letterGrades[1].from is 50, must be 0, as every total gets a grade"],
    ],
    [
      "a letter twice",
      (s) =>
        Object.assign(s, {
          letterGrades: [
            { grade: "A", from: 90 },
            { grade: "A", from: 0 },
          ],
        }),
      ['letterGrades[1].grade is "A", must differ from letterGrades[0].grade'],
    ],
  ])("loadCoursePlan() says by its path what is wrong: %s", async (_, change, lines) => {
    expect(await linesFor(change)).toEqual(lines);
  });

  test("loadCoursePlan() says where a file is no JSON", async () => {
    await writeFile(join(root, "course.json"), "{\n  title");
    await expect(loadCoursePlan(root)).rejects.toThrow(
      `Cannot use "${join(root, "course.json")}": it must be JSON (line 2, column 3: Expected property name or '}')`,
    );
  });
});

describe("plannedLate()", () => {
  test("plannedLate() speaks as a manifest does, of the work's own hard deadline, and of no late days", async () => {
    const plan = await planWith((settings) => {
      const late = {
        graceMinutes: 15,
        percentPerDay: 10,
        capPercent: 50,
        lateDays: 5,
        hardDeadline: "2026-12-24T00:00",
      };
      Object.assign(settings, { late });
      Object.assign(work(settings, 0, 0), { hardDeadline: "2026-10-25T23:59" });
    });
    const policy = { graceMinutes: 15, percentPerDay: 10, capPercent: 50 };
    expect(plannedLate(plan ?? wrong(plan), "line-fit")).toEqual({
      ...policy,
      due: "2026-10-18T21:59:00Z",
      hardDeadline: "2026-10-25T22:59:00Z",
    });
    expect(plannedLate(plan ?? wrong(plan), "spread")).toEqual({
      ...policy,
      due: "2026-11-01T22:59:00Z",
      hardDeadline: "2026-12-23T23:00:00Z",
    });
    expect(plannedLate(plan ?? wrong(plan), "other")).toBeUndefined();
    expect(plan?.late?.lateDays).toBe(5);
  });

  test("plannedLate() says nothing where the course does not say what lateness costs", async () => {
    const plan = await planWith(() => {});
    expect(plannedLate(plan ?? wrong(plan), "line-fit")).toBeUndefined();
  });
});

describe("translatePlan()", () => {
  const german = { title: "Statistik", groups: { quizzes: "Quizze" }, weeks: { 3: "Streuung" } };

  test("translatePlan() takes the titles that there are", async () => {
    const plan = await planWith(() => {});
    await writeFile(join(root, "course.de.json"), JSON.stringify(german));
    const translated = await translatePlan(plan ?? wrong(plan), "de", root);
    expect([translated.title, ...translated.groups.map(({ title }) => title)]).toEqual([
      "Statistik",
      "Programming",
      "Quizze",
    ]);
    expect(translated.weeks.map(({ title }) => title)).toEqual(["Lines", "Streuung"]);
    expect(await translatePlan(plan ?? wrong(plan), "en", root)).toBe(plan);
  });

  test("translatePlan() refuses titles of what the plan does not have", async () => {
    const plan = await planWith(() => {});
    await writeFile(join(root, "course.de.json"), JSON.stringify({ ...german, weeks: { 2: "Streuung" } }));
    await expect(translatePlan(plan ?? wrong(plan), "de", root)).rejects.toThrow(
      `Cannot use "${join(root, "course.de.json")}": weeks.2 is "Streuung", must be about one of weeks in course.json`,
    );
  });

  test("translatePlan() has all of the bundled course in German", async () => {
    const plan = await loadCoursePlan();
    const translated = await translatePlan(plan ?? wrong(plan), "de");
    const titles = (of: typeof translated) => [of.title, ...[...of.groups, ...of.weeks].map(({ title }) => title)];
    const left = titles(translated).filter((title, i) => title === titles(plan ?? wrong(plan))[i]);
    expect(left).toEqual([]);
  });
});
