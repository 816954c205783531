import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { zipOf } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

const code = "export const one = 1;\n";
const module = (path: string): string => JSON.stringify(`file://${resolve(path)}`);

/** Runs a program in a process that may have so many files open. @returns What it printed, and its exit code. */
function underLimit(files: number, program: string): Promise<{ readonly said: string; readonly code: number }> {
  const args = ["--input-type=module", "-e", program];
  const script = `ulimit -n ${files} && exec "$0" "$@"`;
  return new Promise((done) => {
    execFile("sh", ["-c", script, process.execPath, ...args], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      done({ said: stdout + stderr, code: error === null ? 0 : Number(error.code) });
    });
  });
}

/** Opens files until the system refuses another one. */
const exhaust = `
  const { openSync } = await import("node:fs");
  const held = [];
  const exhaust = () => { try { for (;;) held.push(openSync("/dev/null")); } catch {} };`;

test("readIntake() loses no student of a large class if few files may be open", async () => {
  const students = Array.from({ length: 150 }, (_, i) => `s${i}`);
  const of = (make: (student: string, i: number) => readonly (readonly [string, string | Uint8Array])[]) =>
    Object.fromEntries(students.flatMap(make));
  const packed = zipOf({ "submission.ts": code });
  await using files = await temporaryClass(of((student) => [[`${student}.ts`, code]]));
  await using folders = await temporaryClass(
    of((student, i) => [[`${student}/${i % 4 === 0 ? "work.zip" : "submission.ts"}`, i % 4 === 0 ? packed : code]]),
  );
  await using gradescope = await temporaryClass(
    of((student, i) => [
      [`submission_${i}/submission.ts`, code],
      [`submission_${i}/submission_metadata.json`, JSON.stringify({ users: [{ sid: student, name: "X" }] })],
    ]),
  );
  const paths = [files.path, folders.path, gradescope.path];
  const program = `
    const { readIntake } = await import(${module("graders/class/intake/read-intake.ts")});
    const { readSubmission } = await import(${module("sandbox/bundle/read-submission.ts")});
    for (const path of ${JSON.stringify(paths)}) {
      await using intake = await readIntake(path, { assignment: "w2" });
      const read = await Promise.all(intake.attempts.map(({ path }) => readSubmission(path)));
      console.log(intake.layout, intake.attempts.length, intake.unmatched.length, read.filter((one) => !("unread" in one)).length);
    }`;
  expect(await underLimit(80, program)).toEqual({
    said: "files 150 0 150\nfolders 150 0 150\ngradescope 150 0 150\n",
    code: 0,
  });
});

test("readIntake() and readSubmission() blame the machine, not a student, if it runs out of open files", async () => {
  await using made = await temporaryClass({
    "class/alice.ts": code,
    "class/bob/submission.ts": code,
    "all.zip": zipOf({ "alice.ts": code }),
    "roster.csv": "id\nalice\n",
  });
  const program = `
    const { readIntake } = await import(${module("graders/class/intake/read-intake.ts")});
    const { readSubmission } = await import(${module("sandbox/bundle/read-submission.ts")});
    await import("yauzl"); await import("csv-parse/sync");
    ${exhaust}
    const tell = (error) => console.log(error.name, error.code ?? "", error.message.replaceAll(${JSON.stringify(made.path)}, "…"));
    exhaust();
    for (const name of ["class", "all.zip"])
      await readIntake(${JSON.stringify(made.path)} + "/" + name, { assignment: "w2" }).catch(tell);
    await readIntake(${JSON.stringify(made.path)}, { assignment: "w2", rosterFile: ${JSON.stringify(`${made.path}/roster.csv`)} }).catch(tell);
    await readSubmission(${JSON.stringify(`${made.path}/class/alice.ts`)}).catch(tell);
    await readSubmission(${JSON.stringify(`${made.path}/class/bob`)}).catch(tell);`;
  const why = "too many files are open (EMFILE); raise the limit with ulimit -n";
  const { said } = await underLimit(100, program);
  expect(said.trim().split("\n")).toEqual([
    `MachineFailure  Cannot read "…/class": ${why}`,
    `MachineFailure  Cannot read "…/all.zip": ${why}`,
    "Error EMFILE EMFILE: too many open files, open '…/roster.csv'",
    "Error EMFILE EMFILE: too many open files, open '…/class/alice.ts'",
    "Error EMFILE EMFILE: too many open files, scandir '…/class/bob'",
  ]);
});

test("gradecheck batch ends with one line and code 3 where the machine has no more open files", async () => {
  const students = Array.from({ length: 20 }, (_, i) => [`class/s${i}.ts`, code]);
  await using made = await temporaryClass(Object.fromEntries(students));
  const out = `${made.path}/out`;
  const args = ["batch", "w2-optimization", `${made.path}/class`, "--out", out];
  const program = `
    const { runCommandLine } = await import(${module("graders/command-line.ts")});
    await import(${module("graders/cli/commands/batch.ts")});
    ${exhaust}
    exhaust();
    const { closeSync } = await import("node:fs");
    for (const file of held.splice(0, 2)) closeSync(file);
    process.exitCode = await runCommandLine(${JSON.stringify(args)});`;
  const { said, code: exit } = await underLimit(120, program);
  // Which of the files it wants to read comes first is of no account; a cold cache opens others.
  expect(said.trimEnd().split("\n").at(-1)).toMatch(
    /^gradecheck: Cannot \w+ "[^"]+": too many files are open \(EMFILE\); raise the limit with ulimit -n; everything graded so far is kept: fix that and rerun the same command$/,
  );
  expect(exit).toBe(3);
});
