import { expect, test } from "vitest";
import { ExportError } from "../../../reports/exports/export-error.ts";
import { type MoodleOptions, moodleCsv } from "../../../reports/exports/moodle-csv.ts";
import { markedClass, markedStudent } from "../../fixtures/marked-class.ts";
import { readMoodle } from "./read-moodle.ts";

const result = markedClass();
const course = { identifier: "Username", grademin: 0, grademax: 90 };

test("moodleCsv() is imported whole: dot decimals, - where there is no mark, extra credit cut off", () => {
  const { text, warnings } = moodleCsv(result, { identifier: "Username" });
  const grades = readMoodle(text, { ...course, users: new Set(result.students.map(({ student }) => student)) });
  expect(grades.size).toBe(result.students.length);
  const grade = (id: string) => grades.get(id)?.grade;
  expect(["1001", "1002", "1003", "1004", "1005", "1006", "1007"].map(grade)).toEqual([
    0,
    66.67,
    23,
    90,
    null,
    null,
    0,
  ]);
  expect(grades.get("1003")?.feedback).toBe(
    "Late (−5.75): Handed in 1 day and 1 hour late. This counts as 2 days: 20 % off.",
  );
  expect(grades.get("1004")?.feedback).toBe('Changed by hand (28.75 → 95): agreed on "Monday"\\n=and seen');
  expect(warnings).toMatchInlineSnapshot(`
    [
      ""1004" reached more than 90 points, which Moodle does not take: cut off there",
      ""1005" could not be graded through a failure of the grader and will be graded again: -",
      ""1006" handed in nothing: -",
    ]
  `);
});

test("moodleCsv() finds students by their mail address too", () => {
  const { text } = moodleCsv(result);
  const users = new Set(result.students.map(({ email = "" }) => email));
  expect(readMoodle(text, { ...course, identifier: "Email address", users }).size).toBe(users.size);
});

function refusal(options: MoodleOptions, students = [markedStudent("ada", { email: "ada@example.org" })]): string {
  try {
    moodleCsv(markedClass(students), options);
    return "accepted";
  } catch (error) {
    expect(error).toBeInstanceOf(ExportError);
    return (error as Error).message;
  }
}

test("moodleCsv() refuses what would abort the import, before anything is written", () => {
  const shared = [markedStudent("ada", { email: "A@x.org" }), markedStudent("bo", { email: "a@x.org" })];
  const messages = [
    refusal({}, [markedStudent("ada"), markedStudent("bo", { email: "=x@y.org" })]),
    refusal({}, shared),
    refusal({ identifier: "Username", participants: new Set(["bo"]) }),
    refusal({ title: "" }),
    refusal({ identifier: "ID number", title: "ID number" }),
    refusal({ title: "a\nb" }),
  ];
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Cannot export to Moodle: there is no usable Email address of "ada" and "bo"; add it to the roster, or choose another identifier
    Cannot export to Moodle: "ada" and "bo" have the same Email address; mend the roster
    Cannot export to Moodle: not among the participants: "ada"; one unknown student aborts the import, leave them out
    Cannot export to Moodle: the title "" is empty; give another title
    Cannot export to Moodle: the title "ID number" is the name of the column beside it; give another title
    Cannot export to Moodle: the title "a\\nb" holds a line break or a character that cannot be seen; give another title
    "
  `);
  expect(refusal({ participants: new Set(["ada"]) })).toBe("accepted");
});

test("readMoodle() sees what it is there to see", () => {
  const users = new Set(["a"]);
  const read = (row: string) => () => readMoodle(`Username,W2,W2 (feedback)\n${row}\n`, { ...course, users });
  expect(read("b,1,")).toThrow("unknown user");
  expect(read("a,91,")).toThrow("out of range");
  expect(read('a,"1,5",')).toThrow("bad grade");
  expect(read("a,,")).toThrow("bad grade");
});
