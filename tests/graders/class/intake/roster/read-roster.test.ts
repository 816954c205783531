import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { IntakeError } from "../../../../../graders/class/attempts/workspace.ts";
import { readRoster } from "../../../../../graders/class/intake/roster/read-roster.ts";
import { temporaryClass } from "../../../../fixtures/temporary-class.ts";

async function read(content: string | Uint8Array) {
  await using made = await temporaryClass({ "roster.csv": content });
  return await readRoster(join(made.path, "roster.csv")).catch((error: Error) => {
    throw new IntakeError(error.message.replace(`${made.path}/`, ""), { cause: error });
  });
}
const failure = (content: string | Uint8Array): Promise<string> =>
  read(content).then(
    () => "read",
    (error: Error) => error.message,
  );

test("readRoster() finds columns by their headers, ignoring order, case and punctuation", async () => {
  const rows = await read(
    '\ufeffE-Mail;LATE DAYS;Section;"Student  ID";Last name;First name;extension\r\na@x.org;2;A;s1;Roe;"Jane; M.";+3d\r\n;;;s2;;;\r\n',
  );
  expect(rows).toEqual([
    {
      entry: { id: "s1", name: "Jane; M. Roe", email: "a@x.org", section: "A", extension: { days: 3 }, lateDays: 2 },
      aliases: [],
    },
    { entry: { id: "s2" }, aliases: [] },
  ]);
});

test("readRoster() reads the lists that Canvas, Moodle, Gradescope and Excel write", async () => {
  const entries = async (text: string) => (await read(text)).map(({ entry, aliases }) => ({ ...entry, aliases }));
  expect(
    await entries(
      'Student,ID,SIS User ID,SIS Login ID,Section,Quiz (7)\n    Points Possible,,,,,10\n"Roe, Jane",24,u1,jroe,A,9\n',
    ),
  ).toEqual([{ id: "24", name: "Roe, Jane", section: "A", aliases: ["u1", "jroe"] }]);
  expect(await entries("First name,Last name,ID number,Email address\nJane,Roe,77,j@x.org\n")).toEqual([
    { id: "77", name: "Jane Roe", email: "j@x.org", aliases: [] },
  ]);
  expect(await entries("Full Name,Email,SID,Role,Section\nJane Roe,j@x.org,77,Student,\n")).toEqual([
    { id: "77", name: "Jane Roe", email: "j@x.org", aliases: [] },
  ]);
  expect(await entries("sep=;\nstudent;name\nalice;Alice\n")).toEqual([{ id: "alice", name: "Alice", aliases: [] }]);
  expect(await entries("id\tname\n__proto__\tA, B\n\t\n")).toEqual([{ id: "__proto__", name: "A, B", aliases: [] }]);
});

test("readRoster() reads extensions as numbers of days, dates and times", async () => {
  const rows = await read("id,extension\na,+2d\nb,2026-03-14\nc,2026-03-14T18:00+01:00\nd,1 day\ne,\n");
  expect(rows.map(({ entry }) => entry.extension)).toEqual([
    { days: 2 },
    { until: new Date("2026-03-15T11:59:59Z") },
    { until: new Date("2026-03-14T17:00:00Z") },
    { days: 1 },
    undefined,
  ]);
});

test("readRoster() reads when a student handed in, as Canvas and Gradescope write it", async () => {
  const rows = await read(
    "User ID,Submitted_At\n1,2026-03-14T18:00:00Z\n2,2026-03-14 18:00:00 UTC\n3,2026-03-14 19:00:00 +0100\n4,\n",
  );
  const time = new Date("2026-03-14T18:00:00Z");
  expect(rows.map(({ entry }) => entry.submittedAt)).toEqual([time, time, time, undefined]);
});

test("readRoster() says in one line what is wrong, where, and what to do", async () => {
  const problems = [
    "",
    "name,email\nAlice,a@x.org\n",
    "id,name\n",
    "id,name\nalice,A\nbob,B\nalice,C\n",
    "id,name\nalice,A\n,B\n",
    "id,ID,name\nalice,A,B\n",
    "id,name\nalice,Poe, Alice\n",
    'id,name\nalice,"Poe\nbob,B\n',
    'id,name\nalice,Po"e"x"\n',
    "id,extension\nalice,tomorrow\n",
    "id,extension\nalice,2026-02-30\n",
    "id,late days\nalice,-1\n",
    "id,submitted at\nalice,Sunday\n",
    Buffer.from("\ufeffid,name\nalice,A\n", "utf16le"),
    Buffer.from("id,name\nalice,Jos\xe9\n", "latin1"),
    Buffer.from("PK\x03\x04 workbook", "latin1"),
  ];
  expect(await Promise.all(problems.map(failure))).toMatchInlineSnapshot(`
    [
      "Cannot read roster "roster.csv": it is empty",
      "Cannot read roster "roster.csv": there is no column with the students' ids; call one "id" (it has "name", "email")",
      "Cannot read roster "roster.csv": it lists no students",
      "Cannot read roster "roster.csv": line 4: "alice" is on line 2 already; remove one",
      "Cannot read roster "roster.csv": line 3: the student's id is empty; fill it in or remove the line",
      "Cannot read roster "roster.csv": two columns are called "id"; rename or remove one",
      "Cannot read roster "roster.csv": line 2: it has 3 cells, but there are 2 columns; put cells with a separator in them into quotes",
      "Cannot read roster "roster.csv": line 3: its quotes are not closed as CSV requires; double a quote inside quotes",
      "Cannot read roster "roster.csv": line 2: its quotes are not closed as CSV requires; double a quote inside quotes",
      "Cannot read roster "roster.csv": line 2: the extension "tomorrow" is neither days (+2d) nor a date (2026-03-14, 2026-03-14T18:00+01:00)",
      "Cannot read roster "roster.csv": line 2: the extension "2026-02-30" is neither days (+2d) nor a date (2026-03-14, 2026-03-14T18:00+01:00)",
      "Cannot read roster "roster.csv": line 2: late days are "-1", must be a whole number",
      "Cannot read roster "roster.csv": line 2: the time "Sunday" is not a date with time and zone (2026-03-14T18:00Z, 2026-03-14 18:00:00 +0100)",
      "Cannot read roster "roster.csv": it is UTF-16 or not text at all; save it as CSV in UTF-8",
      "Cannot read roster "roster.csv": it is not UTF-8; save it as CSV in UTF-8",
      "Cannot read roster "roster.csv": it is a workbook or archive; save it as CSV in UTF-8",
    ]
  `);
  await using made = await temporaryClass();
  await mkdir(join(made.path, "folder"));
  await expect(readRoster(join(made.path, "folder"))).rejects.toThrow(/: it is not a file$/);
  await expect(readRoster(join(made.path, "none.csv"))).rejects.toThrow(/: there is no such file$/);
});

test("readRoster() fails only with an IntakeError of one line", async () => {
  const cell = fc.oneof(fc.constantFrom("id", "name", '"', "+2d", ";", ",", "\n", "a"), fc.string({ maxLength: 4 }));
  await using made = await temporaryClass();
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 20 }), async (cells) => {
      await made.write({ "roster.csv": `id,name\n${cells.join("")}` });
      const rows = await readRoster(join(made.path, "roster.csv")).catch((error: Error) => error);
      if (rows instanceof Error) {
        expect(rows.name).toBe("IntakeError");
        expect(rows.message).not.toContain("\n");
      } else expect(rows.every(({ entry }) => entry.id !== "")).toBe(true);
    }),
    { numRuns: 200 },
  );
});
