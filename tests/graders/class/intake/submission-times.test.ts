import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { type TarEntry, tar, type ZipEntry, zip } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

const code = "export const one = 1;\n";
const early = new Date(2020, 0, 1, 12);
const handedIn = new Date(2026, 2, 5, 10, 30);

/** What one student packs: with dates of entries, and folders called by dates, that are years too early. */
const backdated: readonly (ZipEntry & TarEntry)[] = ["2020-01-01T00-00-00Z", "2019-01-01T00-00-00Z"].map((folder) => ({
  name: `${folder}/submission.ts`,
  data: code,
  time: early,
  mtime: early,
}));
const plainly = [{ name: "submission.ts", data: code, time: early, mtime: early }];

/** `student attempt time` of a class. @param times By path; of other files the time is that of writing. */
async function timesOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly times?: readonly string[]; readonly path?: string; readonly roster?: string } = {},
): Promise<readonly string[]> {
  await using made = await temporaryClass({ ...files, ...(options.roster && { "roster.csv": options.roster }) });
  for (const path of options.times ?? []) await utimes(join(made.path, path), handedIn, handedIn);
  await using intake = await readIntake(join(made.path, options.path ?? "class"), {
    assignment: "w2",
    ...(options.roster && { rosterFile: join(made.path, "roster.csv") }),
  });
  return intake.attempts.map(
    ({ student, attempt, submittedAt }) => `${student} ${attempt} ${submittedAt?.toISOString() ?? "?"}`,
  );
}

const at = (student: string, ...times: readonly Date[]): readonly string[] =>
  times.map((time, i) => `${student} ${i + 1} ${time.toISOString()}`);

test("readIntake() uses the time of a student's archive, not the times inside it", async () => {
  const archives = {
    "class/alice.zip": zip(plainly),
    "class/bob.tar.gz": await tar(plainly),
    "class/carol.zip": zip(backdated),
    "class/dave.tar": await tar(backdated, { gzip: false }),
    "class/erin/homework.zip": zip(plainly),
  };
  const expected = [
    ...at("alice", handedIn),
    ...at("bob", handedIn),
    ...at("carol", handedIn, handedIn),
    ...at("dave", handedIn, handedIn),
    ...at("erin", handedIn),
  ];
  expect(await timesOf(archives, { times: Object.keys(archives) })).toEqual(expected);
  // The class's own archive tells when each of them was handed in.
  const entries = Object.entries(archives).map(([name, data]) => ({ name, data, time: handedIn, mtime: handedIn }));
  expect(await timesOf({ "class.zip": zip(entries) }, { path: "class.zip" })).toEqual(expected);
  expect(await timesOf({ "class.tgz": await tar(entries) }, { path: "class.tgz" })).toEqual(expected);
});

test("readIntake() uses the archive's time for a class of one", async () => {
  const files = { "alice.zip": zip(plainly) };
  expect(await timesOf(files, { path: "alice.zip", times: ["alice.zip"] })).toEqual(at("alice", handedIn));
});

test("readIntake() uses the archive's time if everything in it is one student's, however it is packed", async () => {
  const entry = (name: string, time: Date): ZipEntry & TarEntry => ({ name, data: code, time, mtime: time });
  const later = new Date(2020, 0, 2, 12);
  const packed = {
    "alice.zip": zip([entry("alice/submission.ts", early)]),
    "bob.tgz": await tar([entry("work/bob.ts", early)]),
    "carol.zip": zip([entry("carol/submission.ts", new Date(1980, 0, 1))]),
    "dan.zip": zip([entry("dan-attempt-1.ts", later), entry("dan-attempt-2.ts", early), entry("eve.ts", early)]),
  };
  const of = (path: keyof typeof packed, roster?: string) =>
    timesOf({ [path]: packed[path] }, { path, times: [path], ...(roster && { roster }) });
  expect(await of("alice.zip")).toEqual(at("alice", handedIn));
  expect((await of("bob.tgz")).map((line) => line.replace(/^\w+/, ""))).toEqual([` 1 ${handedIn.toISOString()}`]);
  expect(await of("carol.zip")).toEqual(at("carol", handedIn));
  // Who is not on the roster makes no class of it.
  expect(await of("dan.zip", "id\ndan\nann\n")).toEqual(at("dan", handedIn, handedIn));
});

test("readIntake() lets a student's archive order only that student's attempts", async () => {
  await using made = await temporaryClass({
    "class/alice.zip": zip([
      { name: "9/submission.ts", data: code },
      { name: "10/submission.ts", data: code },
    ]),
    "class/alice/1/submission.ts": code,
    "class/alice/2/submission.ts": code,
  });
  await utimes(join(made.path, "class/alice.zip"), early, early);
  await using intake = await readIntake(join(made.path, "class"), { assignment: "w2" });
  expect(intake.attempts.map(({ shownPath }) => shownPath)).toEqual([
    "alice.zip/9",
    "alice.zip/10",
    "alice/1",
    "alice/2",
  ]);
});

test("readIntake() trusts folders named by a time if most of the class has them, not if one student has", async () => {
  const of = (student: string): Record<string, string> => ({
    [`class/${student}/2026-03-01T18-30-00Z/submission.ts`]: code,
    [`class/${student}/2026-03-02T18-30-00Z/submission.ts`]: code,
  });
  const all = [new Date("2026-03-01T18:30:00Z"), new Date("2026-03-02T18:30:00Z")];
  expect(await timesOf({ ...of("alice"), ...of("bob") })).toEqual([...at("alice", ...all), ...at("bob", ...all)]);
  const own = of("alice");
  const plain = { "class/bob/submission.ts": code, "class/carol/submission.ts": code };
  const files = { ...own, ...plain };
  expect(await timesOf(files, { times: Object.keys(files) })).toEqual([
    ...at("alice", handedIn, handedIn),
    ...at("bob", handedIn),
    ...at("carol", handedIn),
  ]);
});

test("readIntake() takes no time from what students put into a submission of Gradescope, Canvas or Moodle", async () => {
  const yaml = "---\nsubmission_1:\n  :submitters:\n  - :name: Jane Roe\n    :sid: s1\n";
  const gradescope = {
    "class/submission_metadata.yml": `${yaml}  :created_at: 2026-03-05 10:30:00.000000000 Z\n`,
    "class/submission_1/2020-01-01T00-00-00Z/submission.ts": code,
    "class/submission_1/2019-01-01T00-00-00Z/submission.ts": code,
  };
  const created = new Date("2026-03-05T10:30:00Z");
  expect(await timesOf(gradescope)).toEqual(at("s1", created, created));
  expect(await timesOf({ ...gradescope, "class/submission_metadata.yml": yaml })).toEqual(["s1 1 ?", "s1 2 ?"]);
  const packed = zip(backdated);
  expect(await timesOf({ "class/roejane_1_2_work.zip": packed, "class/poealice_2_3_a.ts": code })).toEqual([
    "1 1 ?",
    "1 2 ?",
    "2 1 ?",
  ]);
  expect(await timesOf({ "class/Jane Roe_1_assignsubmission_file_/work.zip": packed })).toEqual(["1 1 ?", "1 2 ?"]);
});

test("readIntake() uses the roster's time for the last attempt, and for earlier ones without an earlier time", async () => {
  const late = new Date("2026-03-06T08:00:00Z");
  const roster =
    "id,name,submitted_at\n24,Jane Roe,2026-03-06T08:00:00Z\n25,John Doe,\nalice,Alice Poe,2026-03-06T08:00:00Z\n";
  const canvas = {
    "class/roejane_LATE_24_1_a.ts": code,
    "class/roejane_24_2_a-1.ts": code,
    "class/doejohn_25_3_a.ts": code,
  };
  expect(await timesOf(canvas, { roster })).toEqual([...at("24", late, late), "25 1 ?"]);
  const files = { "class/alice-1.ts": code, "class/alice-2.ts": code, "class/alice-3.ts": code };
  expect(await timesOf(files, { roster, times: ["class/alice-1.ts"] })).toEqual(at("alice", handedIn, late, late));
});
