import { createHash } from "node:crypto";
import { setTimeout as after } from "node:timers/promises";
import type { ClassGrading } from "../../../graders/cli/subject/class-subject.ts";
import { type Requirement, secretId } from "../../../graders/queue/requirement.ts";
import { LocalQueue } from "../../../graders/session/local-queue.ts";
import type { GradingJob } from "../../../graders/session/ports.ts";
import { resultKey } from "../../../graders/session/result-key.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

export const secret = "a course secret";

/** Grades by the text of a submission: `throw` fails, `wait 200` takes so many milliseconds. Counts what it has graded. */
export class FakeGrader {
  readonly graded: string[] = [];
  readonly #report = w2OptimizationReport();

  async grade(files: SubmissionFiles): Promise<Report> {
    const text = "bytes" in files ? Buffer.from(files.bytes).toString() : "";
    this.graded.push(text);
    const [, waitMs = "0"] = /^wait (\d+)/.exec(text) ?? [];
    if (waitMs !== "0") await after(Number(waitMs));
    if (text === "throw") throw new Error("no worker");
    return { ...this.#report, submission: { name: "", sha256: sha256Of(text) } };
  }

  graderError(_: string, error: unknown): Report {
    const submission = { name: "", sha256: sha256Of("") };
    const { message: __, ...report } = w2OptimizationReport();
    return { ...report, submission, status: "grader-error", message: String(error) };
  }
}

/** What a worker or a sender has opened. */
export function fakeGrading(grader: FakeGrader, width = 4): ClassGrading {
  return {
    version: "1.0.0+abc",
    grading: {
      read: async () => {
        throw new Error("nothing is read");
      },
      queue: new LocalQueue(grader, width),
      fingerprint: "f".repeat(64),
      notesOn: async () => [],
      graderError: (error) => grader.graderError("", error),
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

export const requirement = (differing: Partial<Requirement> = {}): Requirement => ({
  fingerprint: "f".repeat(64),
  graderVersion: "1.2.3",
  workVersion: "1.0.0+abc",
  secretId: secretId(secret),
  settings: { assignment: "w2-optimization", seed: 1 },
  ...differing,
});

/** @param fingerprint Of the work that it is about; default that of {@link requirement}. */
export function job(text: string, fingerprint = "f".repeat(64)): GradingJob {
  const files = { name: "", bytes: new Uint8Array(Buffer.from(text)) };
  return { key: resultKey(fingerprint, files, []), files, identity: { name: "" } };
}

const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");
