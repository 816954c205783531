import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCanvasName } from "../../../../graders/class/intake/layouts/canvas.ts";
import {
  readGradescopeJson,
  readGradescopeYaml,
} from "../../../../graders/class/intake/layouts/gradescope-metadata.ts";
import { readMoodleName } from "../../../../graders/class/intake/layouts/moodle.ts";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { zip, zipOf } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

const code = "export const one = 1;\n";

/** Reads a download, as a folder and as the zip archive that the platform makes; both must say the same. */
async function read(files: Readonly<Record<string, string | Uint8Array>>, roster?: string) {
  const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
  const inFolder = Object.fromEntries(entries.map(({ name, data }) => [`class/${name}`, data]));
  await using made = await temporaryClass({ ...inFolder, "class.zip": zip(entries), "roster.csv": roster ?? "" });
  const [folder, packed] = await Promise.all(
    ["class", "class.zip"].map(async (name) => {
      await using intake = await readIntake(join(made.path, name), {
        assignment: "w2-optimization",
        ...(roster !== undefined && { rosterFile: join(made.path, "roster.csv") }),
      });
      const joined = intake.attempts.map(({ path }) =>
        readdir(path)
          .then((names) => names.sort().join())
          .catch(() => "file"),
      );
      return {
        layout: intake.layout,
        attempts: intake.attempts.map(({ path: _path, submittedAt, ...rest }) => ({
          ...rest,
          ...(intake.layout === "files" || intake.layout === "folders" ? {} : { submittedAt }),
        })),
        brief: intake.attempts.map(({ student, name, shownPath }) => `${student} (${name ?? "?"}) ${shownPath}`),
        contents: await Promise.all(joined),
        unmatched: intake.unmatched.map(({ path, reason }) => `${path}: ${reason}`),
        missing: intake.missing.map(({ id }) => id),
      };
    }),
  );
  expect(packed).toEqual(folder);
  if (folder === undefined) throw new Error("nothing was read");
  return folder;
}

test("readCanvasName() reads what Canvas writes, and nothing else", () => {
  expect(readCanvasName("roejane_LATE_123_4567_submission-1.ts")).toEqual({
    name: "roejane",
    isLate: true,
    user: "123",
    attachment: 4567,
    file: "submission-1.ts",
  });
  expect(readCanvasName("müllerjörg_9_10_my work.ts")).toMatchObject({ name: "müllerjörg", isLate: false, user: "9" });
  expect(readCanvasName("roe_jane_9_10_a_1_2_b.ts")).toMatchObject({ name: "roe_jane", user: "9", file: "a_1_2_b.ts" });
  expect(readCanvasName("anon_AbC12_77_submission.ts")).toMatchObject({ name: "", user: "anon_AbC12", attachment: 77 });
  expect(readCanvasName("roejane_123_text.html")).toMatchObject({ user: "123", attachment: undefined });
  for (const name of ["RoeJane_1_2_a.ts", "jane roe_1_2_a.ts", "alice_1.ts", "alice_1_2.ts", "_1_2_a.ts", "1_2_a.ts"]) {
    expect(readCanvasName(name), name).toBeUndefined();
  }
});

test("readMoodleName() reads what Moodle writes, and nothing else", () => {
  const whole = { name: "Jane Roe", number: "123456", plugin: "file", file: undefined };
  expect(readMoodleName("Jane Roe_123456_assignsubmission_file_")).toEqual(whole);
  expect(readMoodleName("Jane Roe_123456_assignsubmission_file")).toEqual(whole);
  expect(readMoodleName("Jane Roe_123456_assignsubmission_file_my_work.ts")).toEqual({ ...whole, file: "my_work.ts" });
  expect(readMoodleName("Jane Roe_1_assignsubmission_onlinetext_")).toMatchObject({ plugin: "onlinetext" });
  expect(readMoodleName("Default group_assignsubmission_file_")).toMatchObject({
    name: "Default group",
    number: undefined,
  });
  for (const name of ["Jane Roe_123456", "assignsubmission_file_", "jane_assignment_file_.ts"]) {
    expect(readMoodleName(name), name).toBeUndefined();
  }
});

test("readIntake() reads a download of Canvas: attempts, several files of one submission, text entries", async () => {
  const { layout, attempts, contents, unmatched } = await read({
    "doejohn_21_801_submission.ts": code,
    "doejohn_LATE_21_933_submission-1.ts": code,
    "müllerjörg_22_802_submission.ts": code,
    "müllerjörg_22_803_helper.ts": code,
    "poealice_LATE_23_804_homework.ts": code,
    "roejane_24_805_work.zip": zipOf({ "work/submission.ts": code }),
    "roejane_24_806_notes.pdf": "",
    "smithlee_25_text.html": "",
    "smithpat_26_807_a.ts": code,
    "smithpat_26_808_b.ts": code,
    "starter.ts": code,
  });
  expect(layout).toBe("canvas");
  expect(attempts).toMatchInlineSnapshot(`
    [
      {
        "attempt": 1,
        "name": "doejohn",
        "shownPath": "doejohn_21_801_submission.ts",
        "student": "21",
        "submittedAt": undefined,
      },
      {
        "attempt": 2,
        "markedLate": true,
        "name": "doejohn",
        "shownPath": "doejohn_LATE_21_933_submission-1.ts",
        "student": "21",
        "submittedAt": undefined,
      },
      {
        "attempt": 1,
        "name": "müllerjörg",
        "shownPath": "müllerjörg_22_802_submission.ts",
        "student": "22",
        "submittedAt": undefined,
      },
      {
        "attempt": 1,
        "markedLate": true,
        "name": "poealice",
        "shownPath": "poealice_LATE_23_804_homework.ts",
        "student": "23",
        "submittedAt": undefined,
      },
      {
        "attempt": 1,
        "name": "roejane",
        "shownPath": "roejane_24_805_work.zip/work",
        "student": "24",
        "submittedAt": undefined,
      },
    ]
  `);
  expect(contents).toEqual(["file", "file", "helper.ts,submission.ts", "file", "submission.ts"]);
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "roejane_24_806_notes.pdf: It is a PDF; a submission is a .ts file.",
      "smithlee_25_text.html: It was typed into Canvas; no file was uploaded.",
      "smithpat_26_807_a.ts: The student handed in several files and none is called submission.ts; it is unclear which one counts.",
      "smithpat_26_808_b.ts: The student handed in several files and none is called submission.ts; it is unclear which one counts.",
      "starter.ts: Unlike the others, its name has no Canvas user id.",
    ]
  `);
});

test("readIntake() does not mistake a class for one from Canvas because of a few names", async () => {
  const one = await read({ "alice_1_2_final.ts": code, "bob.ts": code, "carol.ts": code });
  expect(one.layout).toBe("files");
  expect(one.brief).toHaveLength(3);
  // Week 1, attempt 2: the same numbers for everybody, which are nobody's ids.
  const all = await read({ "alice_1_2_final.ts": code, "bob_1_2_final.ts": code, "carol_1_2_final.ts": code });
  expect(all.layout).toBe("files");
});

test("readIntake() reads a download of Moodle with folders", async () => {
  const { layout, brief, unmatched, attempts } = await read({
    "Jane Roe_501_assignsubmission_file_/submission.ts": code,
    "John Doe_502_assignsubmission_file/src/work.ts": code,
    "Jörg Müller_503_assignsubmission_file_/all.zip": zipOf({ "submission.ts": code }),
    "Alice Poe_504_assignsubmission_onlinetext_/onlinetext.html": "<p>",
    "Alice Poe_504_assignsubmission_file_/essay.pdf": "",
    "Participant_505_assignsubmission_file_/submission.ts": code,
  });
  expect(layout).toBe("moodle");
  expect(brief).toEqual([
    "501 (Jane Roe) Jane Roe_501_assignsubmission_file_",
    "502 (John Doe) John Doe_502_assignsubmission_file/src/work.ts",
    "503 (Jörg Müller) Jörg Müller_503_assignsubmission_file_/all.zip",
    "505 (?) Participant_505_assignsubmission_file_",
  ]);
  expect(attempts.every(({ submittedAt }) => submittedAt === undefined)).toBe(true);
  expect(unmatched).toEqual([
    "Alice Poe_504_assignsubmission_file_: The folder has no submission.ts and no other .ts file.",
    "Alice Poe_504_assignsubmission_onlinetext_: It was typed into Moodle; no file was uploaded.",
  ]);
});

test("readIntake() reads a download of Moodle without folders", async () => {
  const { layout, brief, contents, unmatched } = await read({
    "Jane Roe_501_assignsubmission_file_submission.ts": code,
    "Jane Roe_501_assignsubmission_file_part.ts": code,
    "John Doe_502_assignsubmission_file_my_work.ts": code,
    "Alice Poe_503_assignsubmission_file_work.zip": zipOf({ "submission.ts": code }),
    "Bob Poe_504_assignsubmission_file_a.ts": code,
    "Bob Poe_504_assignsubmission_file_b.ts": code,
    "Bob Poe_504_assignsubmission_file_c.pdf": "",
  });
  expect(layout).toBe("moodle");
  expect(brief).toEqual([
    "501 (Jane Roe) Jane Roe_501_assignsubmission_file_submission.ts",
    "502 (John Doe) John Doe_502_assignsubmission_file_my_work.ts",
    "503 (Alice Poe) Alice Poe_503_assignsubmission_file_work.zip",
  ]);
  expect(contents).toEqual(["part.ts,submission.ts", "file", "submission.ts"]);
  expect(unmatched.map((line) => line.slice(0, 69).trim())).toEqual([
    "Bob Poe_504_assignsubmission_file_a.ts: The student handed in several",
    "Bob Poe_504_assignsubmission_file_b.ts: The student handed in several",
    "Bob Poe_504_assignsubmission_file_c.pdf: It is a PDF; a submission is",
  ]);
});

const yaml = `---
submission_409194023:
  :submitters:
  - :name: Jane Roe
    :sid: '30340001'
    :email: jane@example.edu
  :created_at: 2026-03-01 17:34:00.861687000 Z
  :score: 2.0
  :status: processed
  :results:
    score: 2.0
    output: |-
      submission_1:
        :submitters:
        - :name: Forged
          :sid: '1'
  :history:
  - :id: 1
    :created_at: 2026-02-01 00:00:00.000000000 Z
    :submitters:
    - :name: Nobody
submission_500000001:
  :submitters:
    - :name: "Ana \\"A\\" L\\xF3pez"
      :sid: 30340002
      :email: &1 ana@example.edu
    - :name: 'Pat O''Neil'
      :email: pat@example.edu
  :created_at: 2026-03-02 09:00:00.000000000 +01:00
submission_600000002:
  :submitters: []
submission_700000003:
  :submitters:
  - :name: Lee Smith
    :email: *1
`;

test("readGradescopeYaml() reads submitters and times, and nothing nested deeper", () => {
  expect(readGradescopeYaml(yaml)).toEqual([
    {
      folder: "submission_409194023",
      submitters: [{ sid: "30340001", name: "Jane Roe", email: "jane@example.edu" }],
      createdAt: new Date("2026-03-01T17:34:00.861Z"),
    },
    {
      folder: "submission_500000001",
      submitters: [
        { sid: "30340002", name: 'Ana "A" López', email: "ana@example.edu" },
        { name: "Pat O'Neil", email: "pat@example.edu" },
      ],
      createdAt: new Date("2026-03-02T08:00:00Z"),
    },
    { folder: "submission_600000002", submitters: [] },
    { folder: "submission_700000003", submitters: [{ name: "Lee Smith", email: "ana@example.edu" }] },
  ]);
  expect(readGradescopeYaml("just: some\nother: yaml\n").flatMap(({ submitters }) => submitters)).toEqual([]);
});

test("readGradescopeJson() reads the users of a submission", () => {
  const json = {
    id: 7,
    created_at: "2026-03-01T14:22:32.365935-07:00",
    users: [{ id: 1, sid: "5", name: "Jane Roe" }],
  };
  expect(readGradescopeJson(JSON.stringify(json), "submission_7")).toEqual({
    folder: "submission_7",
    submitters: [{ sid: "5", name: "Jane Roe" }],
    createdAt: new Date("2026-03-01T21:22:32.365Z"),
  });
  for (const text of ["", "null", "[]", "{}", '{"users": 1}', "no json"]) {
    expect(readGradescopeJson(text, "submission_7"), text).toBeUndefined();
  }
});

test("readIntake() reads an export of Gradescope: a group's submission counts for each member", async () => {
  const { layout, brief, attempts, unmatched } = await read({
    "assignment_9_export/submission_metadata.yml": yaml,
    "assignment_9_export/submission_409194023/submission.ts": code,
    "assignment_9_export/submission_500000001/work.ts": code,
    "assignment_9_export/submission_600000002/submission.ts": code,
    "assignment_9_export/submission_999/submission.ts": code,
  });
  expect(layout).toBe("gradescope");
  expect(brief).toEqual([
    "30340001 (Jane Roe) assignment_9_export/submission_409194023",
    '30340002 (Ana "A" López) assignment_9_export/submission_500000001/work.ts',
    "pat@example.edu (Pat O'Neil) assignment_9_export/submission_500000001/work.ts",
  ]);
  expect(attempts[0]?.submittedAt).toEqual(new Date("2026-03-01T17:34:00.861Z"));
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "assignment_9_export/submission_600000002: Gradescope's submission_metadata.yml does not say who handed this in.",
      "assignment_9_export/submission_999: Gradescope's submission_metadata.yml does not say who handed this in.",
      "submission_700000003: Gradescope's submission_metadata.yml lists this submission, but its folder is missing.",
    ]
  `);
});

test("readIntake() reads submissions of Gradescope that have their metadata beside them", async () => {
  const of = (sid: string): string => JSON.stringify({ users: [{ sid, name: "X" }] });
  const { layout, brief } = await read({
    "submission_1/submission.ts": code,
    "submission_1/submission_metadata.json": of("a1"),
    "submission_2/submission.ts": code,
    "submission_2/submission_metadata.json": of("b2"),
  });
  expect(layout).toBe("gradescope");
  expect(brief).toEqual(["a1 (X) submission_1", "b2 (X) submission_2"]);
  const forged = await read({
    "submission_1/submission.ts": code,
    "submission_1/submission_metadata.json": of("b2"),
    "submission_2/submission.ts": code,
  });
  expect(forged.layout).toBe("folders");
});

test("readIntake() finds the students of a platform's download on a roster, and guesses none", async () => {
  const roster = [
    "Student,ID,SIS Login ID,Section",
    "    Points Possible,,,",
    '"Roe, Jane",24,jroe,A',
    '"Müller, Jörg",s-7,jmueller,A',
    '"Poe, Alice",23,apoe,B',
    '"Smith, Pat",s-8,psmith,B',
    '"Smith, Pat",s-9,psmith2,B',
    '"Twin, Tom",31,ttwin,B',
  ].join("\n");
  const { brief, unmatched, missing } = await read(
    {
      "roejane_24_805_submission.ts": code,
      "müllerjörg_22_802_submission.ts": code,
      "smithpat_26_807_submission.ts": code,
      "stranger_31_808_submission.ts": code,
    },
    roster,
  );
  expect(brief).toEqual([
    "24 (Roe, Jane) roejane_24_805_submission.ts",
    "s-7 (Müller, Jörg) müllerjörg_22_802_submission.ts",
  ]);
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "smithpat_26_807_submission.ts: 2 students on the roster may be meant by "26" or "smithpat": "s-8", "s-9".",
      "stranger_31_808_submission.ts: The names disagree: "31" is "Twin, Tom" on the roster, "31" is "stranger" here; nobody else on the roster has that name.",
    ]
  `);
  expect(missing).toEqual(["23", "s-8", "s-9", "31"]);
});

test("readIntake() never merges two people on a platform into one student", async () => {
  const moodle = {
    "Jane Roe_501_assignsubmission_file_/submission.ts": code,
    "Eve Doe_501_assignsubmission_file_/submission.ts": code,
    "Bob Poe_502_assignsubmission_file_/submission.ts": code,
    "Jane Roe_502_assignsubmission_file_x_503_assignsubmission_file_/submission.ts": code,
  };
  const twice = 'would all be "501"; it is unclear whose this is.';
  const found = await read(moodle);
  expect(found.brief).toEqual(["502 (Bob Poe) Bob Poe_502_assignsubmission_file_"]);
  expect(found.unmatched).toEqual(
    [
      `Eve Doe_501_assignsubmission_file_: "501" (Eve Doe) and "501" (Jane Roe) ${twice}`,
      "Jane Roe_502_assignsubmission_file_x_503_assignsubmission_file_: Its name contains Moodle's suffix twice; it is unclear which student it is from.",
      `Jane Roe_501_assignsubmission_file_: "501" (Eve Doe) and "501" (Jane Roe) ${twice}`,
    ].sort(),
  );
  // Two of one name, of whom the roster has one: by name it could be either, by number one of them.
  const smiths = {
    "smithpat_26_807_submission.ts": code,
    "smithpat_27_808_submission.ts": code,
    "roejane_24_805_submission.ts": code,
  };
  const rest = 'ID,Student\n24,"Roe, Jane"\n';
  const byName = await read(smiths, `${rest}s-8,"Smith, Pat"\n`);
  expect(byName.brief).toEqual(["24 (Roe, Jane) roejane_24_805_submission.ts"]);
  expect(byName.unmatched).toEqual(
    ["26_807", "27_808"].map(
      (numbers) =>
        `smithpat_${numbers}_submission.ts: "26" (smithpat) and "27" (smithpat) would all be "s-8"; it is unclear whose this is.`,
    ),
  );
  const byNumber = await read(smiths, `${rest}27,"Smith, Pat"\n`);
  expect(byNumber.brief).toEqual([
    "24 (Roe, Jane) roejane_24_805_submission.ts",
    "27 (Smith, Pat) smithpat_27_808_submission.ts",
  ]);
});

test("readIntake() never gives one person's file to another: a whole name beats a number with a similar name", async () => {
  const roster = "id,name\n7,Nora Ross\n";
  const of = (...people: readonly string[]) =>
    read(Object.fromEntries(people.map((one) => [`${one}_assignsubmission_file_/submission.ts`, code])), roster);
  for (const other of ["Nina Cross_7", "Leonora Crosse_7", "Nina Ross_7"]) {
    const { brief, unmatched } = await of(other, "Nora Ross_9");
    expect(brief, other).toEqual(["7 (Nora Ross) Nora Ross_9_assignsubmission_file_"]);
    expect(unmatched, other).toHaveLength(1);
  }
  const neither = await of("Nora Ross_8", "Nora Ross_9", "Nina Ross_7", "Bob_1").catch(String);
  expect(neither).toMatch(/None of the 4 submissions belongs to a student of roster/);
});

test("readIntake() never reads Moodle's random number of an anonymous participant as a student's id", async () => {
  const names = [7, 8].map((number) => `Participant_${number}_assignsubmission_file_`);
  const files = Object.fromEntries(names.map((name) => [`${name}/submission.ts`, code]));
  await expect(read(files, "id,name\n7,Nora Ross\n8,Jo Lee\n")).rejects.toThrow(/no name, only "7", and the roster/);
  const told = await read(files, "id,name,Participant ID\n7,Nora Ross,8\n8,Jo Lee,7\n");
  expect(told.brief).toEqual([`7 (Nora Ross) ${names[1]}`, `8 (Jo Lee) ${names[0]}`]);
  const sheet = await read(files, "Identifier,Status\nParticipant 7,\nParticipant 8,\n");
  expect(sheet.brief).toEqual([`Participant 7 (?) ${names[0]}`, `Participant 8 (?) ${names[1]}`]);
});
