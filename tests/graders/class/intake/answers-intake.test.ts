import { join } from "node:path";
import { expect, test } from "vitest";
import { answersForm } from "../../../../graders/class/attempts/submission-form.ts";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { zip, zipOf } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

const answers = '{"quiz":"w1-quiz","answers":{}}';

/** Reads what a class has handed in to a quiz, as a folder and packed; both must say the same. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
  const inFolder = Object.fromEntries(entries.map(({ name, data }) => [`class/${name}`, data]));
  await using made = await temporaryClass({ ...inFolder, "class.zip": zip(entries) });
  const [folder, packed] = await Promise.all(
    ["class", "class.zip"].map(async (name) => {
      await using intake = await readIntake(join(made.path, name), { assignment: "w1-quiz", form: answersForm });
      return {
        layout: intake.layout,
        attempts: intake.attempts.map(({ student, attempt, shownPath }) => `${student} ${attempt} ${shownPath}`),
        unmatched: intake.unmatched.map(({ path, reason }) => `${path}: ${reason}`),
      };
    }),
  );
  expect(packed).toEqual(folder);
  return folder;
}

test("readIntake() finds the answers of a class in files, folders and archives, and says why others are none", async () => {
  expect(
    await read({
      "ada.json": answers,
      "bo.TXT": answers,
      "bo-2.JSON": answers,
      "chen-attempt-1.json": answers,
      "chen-attempt-2.json": answers,
      "dora/answers.json": answers,
      "dora/notes.txt": "",
      "emil/quiz/answers.json": answers,
      "finn/mine.json": answers,
      "gina/a.json": answers,
      "gina/b.json": answers,
      "hugo/submission.ts": "",
      "ines.zip": zipOf({ "work/answers.json": answers, "work/quiz.html": "" }),
      "jan/1/answers.json": answers,
      "jan/2/answers.txt": answers,
      "kim/w1-quiz.json": answers,
      "kim/w2-quiz.json": answers,
      "ada.txt": answers,
      "quiz.html": "",
      "scan.pdf": "",
      "package.json": "{}",
      "solution.ts": "",
    }),
  ).toMatchInlineSnapshot(`
    {
      "attempts": [
        "ada 1 ada.json",
        "bo 1 bo.TXT",
        "bo-2 1 bo-2.JSON",
        "chen 1 chen-attempt-1.json",
        "chen 2 chen-attempt-2.json",
        "dora 1 dora/answers.json",
        "emil 1 emil/quiz/answers.json",
        "finn 1 finn/mine.json",
        "ines 1 ines.zip/work/answers.json",
        "jan 1 jan/1/answers.json",
        "jan 2 jan/2/answers.txt",
        "kim 1 kim/w1-quiz.json",
      ],
      "layout": "files",
      "unmatched": [
        "ada.txt: There is a .json file of the same name, which counts.",
        "gina: The folder has 2 .json files and none is called answers.json; it is unclear which one counts.",
        "hugo: The folder has no answers.json and no other .json file.",
        "package.json: It holds no answers; a program has put it there.",
        "quiz.html: It is a page; hand in the answers.json that the page of the quiz saves.",
        "scan.pdf: It is a PDF; a submission is a .json file.",
        "solution.ts: It is not a .json file, a folder with one, or an archive of either.",
      ],
    }
  `);
});

test("readIntake() takes a folder of answers.json alone for one student's", async () => {
  expect(await read({ "answers.json": answers, "quiz.html": "" })).toMatchInlineSnapshot(`
    {
      "attempts": [
        "class 1 answers.json",
      ],
      "layout": "folders",
      "unmatched": [
        "quiz.html: It is a page; hand in the answers.json that the page of the quiz saves.",
      ],
    }
  `);
});

test("readIntake() reads answers from Canvas: several downloads are attempts, answers.json counts among several files", async () => {
  expect(
    await read({
      "doejohn_21_801_answers.json": answers,
      "doejohn_LATE_21_933_answers-1.json": answers,
      "poealice_23_804_answers.json": answers,
      "poealice_23_805_notes.txt": "",
      "roejane_24_806_work.zip": zipOf({ "work/answers.json": answers }),
      "smithlee_25_text.html": "",
      "smithpat_26_808_a.json": answers,
      "smithpat_26_809_b.json": answers,
    }),
  ).toMatchInlineSnapshot(`
    {
      "attempts": [
        "21 1 doejohn_21_801_answers.json",
        "21 2 doejohn_LATE_21_933_answers-1.json",
        "23 1 poealice_23_804_answers.json",
        "24 1 roejane_24_806_work.zip/work/answers.json",
      ],
      "layout": "canvas",
      "unmatched": [
        "poealice_23_805_notes.txt: The same student handed in a file called answers.json, which counts.",
        "smithlee_25_text.html: It was typed into Canvas; no file was uploaded.",
        "smithpat_26_808_a.json: The student handed in several files and none is called answers.json; it is unclear which one counts.",
        "smithpat_26_809_b.json: The student handed in several files and none is called answers.json; it is unclear which one counts.",
      ],
    }
  `);
});

test("readIntake() reads answers from Moodle, with and without folders", async () => {
  expect(
    await read({
      "Jane Roe_101_assignsubmission_file_/answers.json": answers,
      "John Doe_102_assignsubmission_file_/answers.txt": answers,
      "Alice Poe_103_assignsubmission_file_answers.json": answers,
      "Alice Poe_103_assignsubmission_file_notes.txt": "",
      "Lee Smith_104_assignsubmission_file_a.json": answers,
      "Lee Smith_104_assignsubmission_file_b.json": answers,
    }),
  ).toMatchInlineSnapshot(`
    {
      "attempts": [
        "101 1 Jane Roe_101_assignsubmission_file_/answers.json",
        "102 1 John Doe_102_assignsubmission_file_/answers.txt",
        "103 1 Alice Poe_103_assignsubmission_file_answers.json",
      ],
      "layout": "moodle",
      "unmatched": [
        "Alice Poe_103_assignsubmission_file_notes.txt: The same student handed in a file called answers.json, which counts.",
        "Lee Smith_104_assignsubmission_file_a.json: The student handed in several files and none is called answers.json; it is unclear which one counts.",
        "Lee Smith_104_assignsubmission_file_b.json: The student handed in several files and none is called answers.json; it is unclear which one counts.",
      ],
    }
  `);
});

test("readIntake() reads answers from Gradescope, and takes none of its own files for them", async () => {
  const yaml = (...ids: readonly number[]): string =>
    `---\n${ids.map((id) => `submission_${id}:\n  :submitters:\n  - :name: Person ${id}\n    :sid: s${id}\n    :email: p${id}@example.org\n  :created_at: 2026-11-20 10:00:0${id} Z\n`).join("")}`;
  expect(
    await read({
      "submission_metadata.yml": yaml(1, 2),
      "submission_1/answers.json": answers,
      "submission_1/submission_metadata.json": "{}",
      "submission_2/mine.json": answers,
      "submission_2/submission_metadata.json": "{}",
    }),
  ).toMatchInlineSnapshot(`
    {
      "attempts": [
        "s1 1 submission_1/answers.json",
        "s2 1 submission_2/mine.json",
      ],
      "layout": "gradescope",
      "unmatched": [],
    }
  `);
});

test("readIntake() says what it looked for where nobody has handed in answers", async () => {
  const failure = await read({ "ada.ts": "", "bo/submission.ts": "" }).catch(({ message }: Error) => message);
  expect(String(failure).replace(/"[^"]*class(?:\.zip)?"/, '"class"')).toMatchInlineSnapshot(
    `"Cannot find a submission in "class": looked for .json files, folders with answers.json or one .json file, .zip and .tar.gz archives of these, and downloads of Canvas, Moodle and Gradescope; found, for example, "ada.ts": It is not a .json file, a folder with one, or an archive of either."`,
  );
});
