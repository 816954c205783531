import type { JsonProblem } from "../../storage/json-problem.ts";
import { suggestName } from "../suggest-name.ts";
import type { CourseSettings, CourseWeek, LetterGrade } from "./course-plan.ts";
import { isDay, isTimeZone, readLocalTime } from "./local-time.ts";

/** What a course has, by id. */
export type CourseParts = { readonly assignments: readonly string[]; readonly quizzes: readonly string[] };

/**
 * What is wrong with a plan that follows its schema, in what JSON Schema cannot express.
 * @returns Problems in the order of the file; empty for a good plan.
 */
export function findPlanProblems(settings: CourseSettings, parts: CourseParts): JsonProblem[] {
  const { timeZone } = settings;
  if (!isTimeZone(timeZone)) {
    return [
      { path: "timeZone", value: timeZone, rule: "must be a time zone of the IANA database, such as Europe/Berlin" },
    ];
  }
  return [
    ...findGroupProblems(settings),
    ...findWeekProblems(settings),
    ...findUnknownWork(settings, parts),
    ...findTimeProblems(settings),
    ...findLetterProblems(settings.letterGrades ?? []),
  ];
}

type Placed<T> = { readonly path: string; readonly one: T };

const placed = <T>(path: string, all: readonly T[]): Placed<T>[] =>
  all.map((one, i) => ({ path: `${path}[${i}]`, one }));

const placedWork = ({ weeks }: CourseSettings) =>
  placed("weeks", weeks).flatMap(({ path, one }) =>
    placed(`${path}.work`, one.work).map((work) => ({ ...work, week: one })),
  );

/** Those that equal an earlier one. @param field What is compared. */
function findRepeated<T, K extends string & keyof T>(all: readonly Placed<T>[], field: K): JsonProblem[] {
  const earlier = new Map<T[K], string>();
  return all.flatMap(({ path, one }) => {
    const first = earlier.get(one[field]);
    earlier.set(one[field], first ?? path);
    if (first === undefined) return [];
    return [{ path: `${path}.${field}`, value: one[field], rule: `must differ from ${first}.${field}` }];
  });
}

function findGroupProblems(settings: CourseSettings): JsonProblem[] {
  const groups = placed("groups", settings.groups);
  const work = placedWork(settings);
  const sum = settings.groups.reduce((total, { weight }) => total + weight, 0);
  const weights = settings.groups.map(({ weight }) => weight);
  // Thirds may be written with some digits.
  const isWhole = Math.abs(sum - 100) < 1e-6;
  return [
    ...findRepeated(groups, "id"),
    ...(isWhole
      ? []
      : [
          {
            path: "groups[*].weight",
            value: weights,
            rule: `must add up to 100, not to ${Number(sum.toPrecision(12))}`,
          },
        ]),
    ...groups.flatMap(({ path, one: { id, dropLowest = 0 } }): JsonProblem[] => {
      const count = work.filter(({ one }) => one.group === id).length;
      if (count === 0) return [{ path: `${path}.id`, value: id, rule: "must be the group of some work: it has none" }];
      if (dropLowest < count) return [];
      const rule = `must leave some work of its group to count, which has ${count}`;
      return [{ path: `${path}.dropLowest`, value: dropLowest, rule }];
    }),
  ];
}

function findWeekProblems({ weeks }: CourseSettings): JsonProblem[] {
  return placed("weeks", weeks).flatMap(({ path, one: { week, starts } }, i): JsonProblem[] => {
    const before: CourseWeek | undefined = weeks[i - 1];
    const problems: JsonProblem[] = [];
    if (before !== undefined && week <= before.week) {
      problems.push({ path: `${path}.week`, value: week, rule: `must be above the week before, ${before.week}` });
    }
    if (starts === undefined) return problems;
    if (!isDay(starts)) problems.push({ path: `${path}.starts`, value: starts, rule: "must be a day of the calendar" });
    else if (before?.starts !== undefined && starts <= before.starts) {
      problems.push({
        path: `${path}.starts`,
        value: starts,
        rule: `must be after ${before.starts}, when the week before starts`,
      });
    }
    return problems;
  });
}

function findUnknownWork(settings: CourseSettings, { assignments, quizzes }: CourseParts): JsonProblem[] {
  const work = placedWork(settings);
  const known = [...assignments, ...quizzes].sort();
  const groups = settings.groups.map(({ id }) => id);
  const unknown = work.flatMap(({ path, one: { id, group } }): JsonProblem[] => [
    ...(known.includes(id)
      ? []
      : [{ path: `${path}.id`, value: id, rule: `must be an assignment or a quiz of the course${meant(id, known)}` }]),
    ...(groups.includes(group)
      ? []
      : [{ path: `${path}.group`, value: group, rule: `must be one of groups: ${groups.join(", ")}` }]),
  ]);
  return [...unknown, ...findRepeated(work, "id")];
}

function meant(id: string, known: readonly string[]): string {
  const suggestion = suggestName(id, known);
  return suggestion === undefined ? `: ${known.join(", ") || "it has none"}` : `; did you mean "${suggestion}"?`;
}

function findTimeProblems(settings: CourseSettings): JsonProblem[] {
  const { timeZone, late } = settings;
  const problems: JsonProblem[] = [];
  const read = (path: string, text: string | undefined): Date | undefined => {
    if (text === undefined) return undefined;
    const reading = readLocalTime(text, timeZone);
    if ("instant" in reading) return reading.instant;
    problems.push({ path, value: text, rule: reading.rule });
    return undefined;
  };
  for (const { path, one, week } of placedWork(settings)) {
    const due = read(`${path}.due`, one.due);
    if (due === undefined) continue;
    const isEarly = week.starts !== undefined && isDay(week.starts) && localDay(due, timeZone) < week.starts;
    if (isEarly)
      problems.push({
        path: `${path}.due`,
        value: one.due,
        rule: `must not be before its week starts, ${week.starts}`,
      });
    const own = read(`${path}.hardDeadline`, one.hardDeadline);
    if (own !== undefined && own < due) {
      problems.push({
        path: `${path}.hardDeadline`,
        value: one.hardDeadline,
        rule: `must not be before due, ${one.due}`,
      });
    }
  }
  const last = read("late.hardDeadline", late?.hardDeadline);
  if (last === undefined) return problems;
  for (const { path, one } of placedWork(settings)) {
    const reading = readLocalTime(one.due, timeZone);
    if (one.hardDeadline !== undefined || "rule" in reading || reading.instant <= last) continue;
    problems.push({
      path: "late.hardDeadline",
      value: late?.hardDeadline,
      rule: `must not be before ${path}.due, ${one.due}`,
    });
  }
  return problems;
}

const localDay = (date: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

function findLetterProblems(letters: readonly LetterGrade[]): JsonProblem[] {
  if (letters.length === 0) return [];
  const all = placed("letterGrades", letters);
  const last = letters.at(-1);
  return [
    ...findRepeated(all, "grade"),
    ...all.flatMap(({ path, one: { from } }, i): JsonProblem[] => {
      const above = letters[i - 1]?.from;
      if (above === undefined || from < above) return [];
      return [{ path: `${path}.from`, value: from, rule: `must be below the grade before, which is from ${above}` }];
    }),
    ...(last === undefined || last.from === 0
      ? []
      : [
          {
            path: `letterGrades[${letters.length - 1}].from`,
            value: last.from,
            rule: "must be 0, as every total gets a grade",
          },
        ]),
  ];
}
