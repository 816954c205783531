import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ContentGrader } from "../../../../graders/class/run/content-grader.ts";
import { Journal } from "../../../../graders/class/run/journal.ts";
import { LocalQueue } from "../../../../graders/session/local-queue.ts";
import type { Grader } from "../../../../graders/session/ports.ts";
import type { Report } from "../../../../reports/report/report.ts";
import type { SubmissionEntry, SubmissionFiles } from "../../../../sandbox/bundle/open-submission.ts";
import { readSubmission } from "../../../../sandbox/bundle/read-submission.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const pathsOf = (entries: readonly SubmissionEntry[]): string => entries.map(({ path }) => path).join(" ");

/** Grades by what the file says, and counts. */
class CountingGrader implements Grader {
  readonly texts: string[] = [];
  whileGrading: (() => Promise<void>) | undefined;

  async grade(files: SubmissionFiles): Promise<Report> {
    await this.whileGrading?.();
    const text =
      "bytes" in files ? textOf(files.bytes) : "entries" in files ? pathsOf(files.entries) : `no text: ${files.unread}`;
    this.texts.push(text);
    if (text === "breaks the grader") throw new Error("no worker");
    const message = `Cannot read submission "${files.name}": it is odd`;
    return { ...w2OptimizationReport(), status: "not-gradable", message, exercises: [] };
  }

  graderError(): Report {
    return { ...w2OptimizationReport(), status: "grader-error" };
  }
}

type Rig = {
  readonly session: CountingGrader;
  readonly grader: ContentGrader;
  readonly write: (name: string, text: string) => Promise<string>;
  /** What is said of every submission's kit. */
  readonly notes: string[];
};

const withRig = (use: (rig: Rig, again: () => Rig) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "results"));
    const write = async (name: string, text: string): Promise<string> => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const rig = (): Rig => {
      const session = new CountingGrader();
      const store = new Journal(join(folder, "results"), { secretKey: Buffer.from("key") });
      const notes: string[] = [];
      const grading = {
        read: readSubmission,
        queue: new LocalQueue(session, 4),
        store,
        fingerprint: "basis",
        notesOn: async () => notes,
      };
      const graderError = (): Report => session.graderError();
      return { session, grader: new ContentGrader({ ...grading, graderError }), write, notes };
    };
    await use(rig(), rig);
  });
const never = (): boolean => false;

describe("ContentGrader", () => {
  it("grades equal submissions once, at the same time or one after the other", () =>
    withRig(async ({ session, grader, write }) => {
      const paths = await Promise.all(["a.ts", "b.ts", "c.ts"].map((name) => write(name, "same")));
      const [first, second] = await Promise.all(paths.slice(0, 2).map((path) => grader.grade(path, "shown", never)));
      const third = await grader.grade(paths[2] ?? "", "shown", never);
      expect(session.texts).toEqual(["same"]);
      expect([first?.origin, second?.origin].sort()).toEqual(["duplicate", "graded"]);
      expect(third.origin).toBe("duplicate");
      expect(second?.report).toEqual(first?.report);
      expect(third.report).toEqual({ ...first?.report, submission: { ...first?.report.submission, name: "" } });
    }));

  it("grades again what another thing is to be said of: the release of its kit was recorded since", () =>
    withRig(async ({ grader, write }, again) => {
      const path = await write("a.ts", "one");
      await grader.grade(path, "shown", never);
      const later = again();
      later.notes.push("Changed since: worth 60 → 100.");
      expect(await later.grader.find(path)).toBeUndefined();
      expect((await later.grader.grade(path, "shown", never)).origin).toBe("graded");
    }));

  it("finds in another run what was graded, and grades what has changed", () =>
    withRig(async ({ grader, write }, again) => {
      const path = await write("a.ts", "one");
      await grader.grade(path, "shown", never);
      const later = again();
      expect((await later.grader.grade(path, "shown", never)).origin).toBe("stored");
      expect((await later.grader.find(path))?.origin).toBe("stored");
      await write("a.ts", "two");
      expect(await later.grader.find(path)).toBeUndefined();
      expect((await later.grader.grade(path, "shown", never)).origin).toBe("graded");
      expect(later.session.texts).toEqual(["two"]);
    }));

  it("grades again what it is asked to, once", () =>
    withRig(async ({ grader, write }, again) => {
      const path = await write("a.ts", "one");
      await grader.grade(path, "shown", never);
      const { session, grader: later } = again();
      await later.grade(path, "shown", () => true);
      await later.grade(path, "shown", () => true);
      expect(session.texts).toEqual(["one"]);
    }));

  it("grades the bytes that it has read and named, whatever becomes of the file or folder meanwhile", () =>
    withRig(async ({ session, grader, write }) => {
      for (const path of ["a.ts", "b/submission.ts"]) {
        const text = `as handed in: ${path}`;
        const file = await write(path, text);
        const source = path === "a.ts" ? file : dirname(file);
        session.whileGrading = async () => {
          await rm(source, { recursive: true });
          await write(path, "much longer, put there while it was being graded");
        };
        const graded = await grader.grade(source, "shown", never);
        session.whileGrading = undefined;
        expect(session.texts.at(-1)).toBe(path === "a.ts" ? text : "submission.ts");
        // What lies there now is other work, of which nothing is known yet.
        expect(await grader.find(source)).toBeUndefined();
        await write(path, text);
        expect((await grader.find(source))?.key).toBe(graded.key);
      }
    }));

  it("holds it against nobody that a file is removed before it is read", () =>
    withRig(async ({ session, grader, write }) => {
      const path = await write("a.ts", "soon gone");
      await rm(path);
      const graded = await grader.grade(path, "a.ts", never);
      expect(graded.report.status).toBe("grader-error");
      expect(graded).not.toHaveProperty("key");
      expect(session.texts).toEqual([]);
    }));

  it("keeps what it says of something that cannot be read, until it is something else", () =>
    withRig(async ({ grader, write }, again) => {
      const path = await write("a.ts", "text");
      const link = join(dirname(path), "b.ts");
      await symlink(path, link);
      const { report, key } = await grader.grade(link, "b.ts", never);
      expect(report.message).toBe('Cannot read submission "submission.ts": it is odd');
      expect((await again().grader.find(link))?.key).toBe(key);
      await rm(link);
      await write("b.ts", "text");
      expect(await again().grader.find(link)).toBeUndefined();
    }));

  it("keeps no failure of the grader", () =>
    withRig(async ({ grader, write }, again) => {
      const path = await write("a.ts", "breaks the grader");
      const { report, key } = await grader.grade(path, "shown", never);
      expect([report.status, key]).toEqual(["grader-error", undefined]);
      expect(await again().grader.find(path)).toBeUndefined();
    }));

  it("quotes no path of this machine and no name of another student's file", () =>
    withRig(async ({ grader, write }) => {
      const { report } = await grader.grade(await write("alice.ts", "text"), "shown", never);
      expect(report.message).toBe('Cannot read submission "submission.ts": it is odd');
      const file = await write("bo/submission.ts", "other text");
      const folder = await grader.grade(dirname(file), "shown", never);
      expect(folder.report.message).toBe('Cannot read submission "the folder": it is odd');
    }));
});
