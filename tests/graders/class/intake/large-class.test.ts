import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceForm } from "../../../../graders/class/attempts/submission-form.ts";
import { pickSubmissions } from "../../../../graders/class/intake/files/pick-submission.ts";
import { readGradescopeYaml } from "../../../../graders/class/intake/layouts/gradescope-metadata.ts";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { tar, zip } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

/** Processor time that something takes, milliseconds; time that others take on this machine does not count. */
async function cpuMs(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("readGradescopeYaml() quickly skips a created_at that is not a time", async () => {
  for (const value of ["1 1".padEnd(400_000, "1"), `1 ${".1".repeat(200_000)}`, `${"1".repeat(400_000)} Z`]) {
    const yaml = `---\nsubmission_1:\n  :submitters:\n  - :name: Jane Roe\n  :created_at: ${value}x\n`;
    expect(await cpuMs(() => expect(readGradescopeYaml(yaml)[0]).not.toHaveProperty("createdAt"))).toBeLessThan(400);
  }
});

const wanted = { assignment: "w2", form: sourceForm };

test("pickSubmissions() takes time proportional to the files, however many folders hold them", async () => {
  const attempts = Array.from({ length: 10_000 }, (_, i) => `${i}/submission.ts`);
  const deeper = Array.from({ length: 20_000 }, (_, i) => `work/x${i}/submission.ts`);
  expect(await cpuMs(() => expect(pickSubmissions(attempts, wanted)).toHaveLength(10_000))).toBeLessThan(1000);
  expect(await cpuMs(() => expect(pickSubmissions(deeper, wanted)).toHaveProperty("reason"))).toBeLessThan(1000);
});

test("readIntake() quickly lists a student's archive of a hundred thousand entries, with the reason", async () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}/submission.ts`, stored: true }));
  const skipped = entries.map(({ name }) => ({ name: `node_modules/${name}`, stored: true }));
  const own = { name: "submission.ts", data: "export const one = 1;\n", stored: true };
  await using made = await temporaryClass({
    "class/alice.ts": own.data,
    "class/bob.zip": zip(entries),
    "class/carol.tgz": await tar(Array.from({ length: 4000 }, (_, i) => ({ name: `${i}.ts` }))),
    "class/dave.zip": zip([...skipped, own]),
    "class/erin.zip": zip([...skipped.slice(0, 5_000), own]),
  });
  const spent = await cpuMs(async () => {
    await using intake = await readIntake(join(made.path, "class"), { assignment: "w2" });
    expect(intake.attempts.map(({ shownPath }) => shownPath)).toEqual(["alice.ts", "erin.zip"]);
    expect(intake.unmatched.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      "bob.zip: The archive cannot be unpacked: it has more than 2000 files and folders.",
      "carol.tgz: The archive cannot be unpacked: it has more than 2000 files and folders.",
      "dave.zip: The archive cannot be unpacked: it has more than 100000 files and folders.",
    ]);
  });
  expect(spent).toBeLessThan(15_000);
});
