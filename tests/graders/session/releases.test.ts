import { writeFile } from "node:fs/promises";
import { describe, expect, it, test, vi } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { assignmentVersion } from "../../../graders/session/assignment-version.ts";
import { kitLine, notesOnKit, recordRelease } from "../../../graders/session/releases.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";

const [older, now] = ["1.0.0+0123456789ab", "1.1.0+ba9876543210"];
const file = (text: string) => ({ name: "ada.ts", bytes: Buffer.from(text) });

/** Runs where the course is one of a single assignment. */
const inToyCourse = (use: (manifest: Manifest) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    await writeToyCourse(folder);
    vi.stubEnv(courseVariable, folder);
    try {
      await use((await openAssignment("toy")).manifest);
    } finally {
      vi.unstubAllEnvs();
    }
  });

test("recordRelease() does not make another version of what it records", () =>
  inToyCourse(async (manifest) => {
    const { contentHash } = await openAssignment("toy");
    const released = await assignmentVersion(manifest, contentHash);
    await recordRelease(manifest, released);
    expect(await assignmentVersion(manifest, (await openAssignment("toy")).contentHash)).toBe(released);
  }));

describe("notesOnKit()", () => {
  it("says nothing of work without a kit, of this version's kit and of another assignment's", () =>
    inToyCourse(async (manifest) => {
      for (const text of ["export const a = 1;", kitLine("toy", now), kitLine("other", older)]) {
        expect(await notesOnKit(file(text), manifest, now)).toEqual([]);
      }
      expect(await notesOnKit({ name: "ada.ts", unread: "EACCES" }, manifest, now)).toEqual([]);
    }));

  it("tells what has changed since the kit's version, behind comments of the student's and in folders too", () =>
    inToyCourse(async (manifest) => {
      const [first, ...others] = manifest.exercises;
      const before = { ...first, points: 60, comparison: { ...first.comparison, rtol: 0.01 } };
      await recordRelease({ ...manifest, exercises: [before, ...others] }, older);
      const text = `// My solution\n${kitLine("toy", older)}\nexport const a = 1;`;
      const note = [
        "This was written with the kit of version 1.0.0+0123456789ab, and is graded by version 1.1.0+ba9876543210. " +
          "Changed since: scale: worth 60 → 100, rtol 0.01 → 0.00001.",
      ];
      expect(await notesOnKit(file(text), manifest, now)).toEqual(note);
      const folder = { name: "ada", entries: [{ path: "submission.ts", bytes: Buffer.from(text) }] };
      expect(await notesOnKit(folder, manifest, now)).toEqual(note);
    }));

  it("says so where only cases have changed, and where the older version was not recorded", () =>
    inToyCourse(async (manifest) => {
      const text = kitLine("toy", older);
      expect(await notesOnKit(file(text), manifest, now)).toEqual([expect.stringContaining("is not recorded")]);
      const record = await recordRelease(manifest, older);
      expect(await notesOnKit(file(text), manifest, now)).toEqual([expect.stringContaining("cases may differ")]);
      await writeFile(record, '{ "id": "to');
      expect(await notesOnKit(file(text), manifest, now)).toEqual([expect.stringContaining("is not recorded")]);
    }));
});
