import { expect, test } from "vitest";
import { readOverrides } from "../../../../graders/class/marks/read-overrides.ts";

const subject = {
  exercises: [
    { id: "sigmoid", title: "Sigmoid", maxScore: 10 },
    { id: "updateLr", title: "Decay", maxScore: 5.5 },
  ],
  maxScore: 15.5,
  students: new Set(["ada", "bo", "2026-017"]),
};
const read = (text: string) => readOverrides(new TextEncoder().encode(text), "some/overrides.csv", subject);

function messageOf(text: string): string {
  try {
    return JSON.stringify(read(text));
  } catch (error) {
    return String(error);
  }
}

test("readOverrides() finds its columns by their header and reads points, deltas and whole assignments", () => {
  const csv = `\ufeffReason,Student,points,delta,exercise\r\n"late bus, see mail",ada,,+2.5,sigmoid\r\n\r\nbonus talk,bo,16,,\r\nagreed,2026-017,,-3,\r\n`;
  expect(read(csv)).toEqual([
    { student: "ada", exercise: "sigmoid", change: { delta: 2.5 }, reason: "late bus, see mail", isExtraCredit: false },
    { student: "bo", change: { points: 16 }, reason: "bonus talk", isExtraCredit: true },
    { student: "2026-017", change: { delta: -3 }, reason: "agreed", isExtraCredit: false },
  ]);
});

test("readOverrides() reads what spreadsheets separate by semicolons, and a file with its header only", () => {
  expect(read("student;exercise;points;reason\nada;updateLr;5.5;yes, all of it\n")).toMatchObject([
    { exercise: "updateLr", change: { points: 5.5 }, reason: "yes, all of it" },
  ]);
  expect(read("student,exercise,points,reason\n")).toEqual([]);
});

test("readOverrides() has a line for every mistake, with its row and what to do", () => {
  const csv = `student,exercise,points,delta,reason
ada,sigmod,1,,x
abo,sigmoid,1,,x
,sigmoid,1,,x
zoe,sigmoid,1,,x
ada,elsewhere,1,,x
ada,sigmoid,1,2,x
ada,sigmoid,,,x
ada,sigmoid,"2,5",,x
ada,sigmoid,ten,,x
ada,sigmoid,1e1,,x
ada,sigmoid,-1,,x
ada,sigmoid,11,,x
ada,updateLr,,6,x
ada,updateLr,,-6,x
ada,,16,,x
ada,sigmoid,1,,
bo,sigmoid,1,,first
bo,sigmoid,,1,second
ada,sigmoid,1,,one,two
`;
  expect(`\n${messageOf(csv)}\n`).toMatchInlineSnapshot(`
    "
    RangeError: Cannot apply the overrides in overrides.csv:
      row 2: there is no exercise "sigmod" ("sigmoid"?)
      row 3: there is no student "abo" ("bo"?): fix the id, or remove the row
      row 4: student is empty, must be the id of a student
      row 5: there is no student "zoe": fix the id, or remove the row
      row 6: there is no exercise "elsewhere", must be empty or one of sigmoid, updateLr
      row 7: it has both points ("1") and delta ("2"), must have one
      row 8: it has neither points nor delta, must have one
      row 9: points is "2,5", must be a number with a point, as in 2.5
      row 10: points is "ten", must be a number with a point, as in 2.5
      row 11: points is "1e1", must be a number with a point, as in 2.5
      row 12: points is -1, must be >= 0; to take points off, use delta
      row 13: points is 11, but the most is 10; if more is meant, write "extra credit" into the reason
      row 14: delta is 6, but the most is 5.5; if more is meant, write "extra credit" into the reason
      row 15: delta is -6, but there are only 5.5 points to take off
      row 16: points is 16, but the most is 15.5; if more is meant, write "extra credit" into the reason
      row 17: reason is empty, must say why: the student will read it
      row 19: row 18 is about the same mark, keep one of the two
      row 20: it has 6 cells, the first row 5: put text that contains a comma into quotes
    "
  `);
});

test("readOverrides() rejects a header with an unknown part", () => {
  const messages = [
    "",
    "student,exercize,points,reason\n",
    "student,points,reason\n",
    "student,exercise,reason\n",
    "student,exercise,points,points,reason\n",
    "student,exercise,points,reason,colour\n",
    'student,exercise,points,reason\nada,sigmoid,1,"open\n',
  ].map(messageOf);
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    RangeError: Cannot apply the overrides in overrides.csv: the first row lacks student and exercise and reason: columns are student, exercise, points, delta, reason
    RangeError: Cannot apply the overrides in overrides.csv: there is no column "exercize": "exercise" was probably meant; columns are student, exercise, points, delta, reason
    RangeError: Cannot apply the overrides in overrides.csv: the first row lacks exercise: columns are student, exercise, points, delta, reason
    RangeError: Cannot apply the overrides in overrides.csv: the first row lacks points or delta: one of the two is needed
    RangeError: Cannot apply the overrides in overrides.csv: the column "points" appears twice: keep one of them
    RangeError: Cannot apply the overrides in overrides.csv: there is no column "colour": remove it; columns are student, exercise, points, delta, reason
    RangeError: Cannot apply the overrides in overrides.csv: Quote Not Closed: the parsing is finished with an opening quote at line 2
    "
  `);
  expect(() => readOverrides(new Uint8Array([0x73, 0xff, 0xfe]), "a.csv", subject)).toThrow(
    "Cannot apply the overrides in a.csv: it is not UTF-8: save it as CSV UTF-8",
  );
});

test("readOverrides() quotes hostile text without letting it act on a terminal", () => {
  const message = messageOf("student,exercise,points,reason\n\u001b[31mada\u202e,sigmoid,1,x\n");
  expect(message).not.toMatch(/\p{Cc}|\u202e/u);
  expect(message).toContain("\\u001b[31mada\\u202e");
});
