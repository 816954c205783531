import { describe, expect, it } from "vitest";
import { LocalQueue } from "../../../graders/session/local-queue.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

/** Grades when it is told to, and fails on `bad.ts`. */
class HeldGrader {
  readonly held: (() => void)[] = [];
  started: string[] = [];

  async grade({ name }: SubmissionFiles, identity: { readonly name: string }): Promise<Report> {
    this.started.push(identity.name);
    await new Promise<void>((resolve) => this.held.push(resolve));
    if (name === "bad.ts") throw new Error("no worker");
    return { ...w2OptimizationReport(), submission: { name: identity.name, sha256: "" } };
  }

  graderError(name: string, error: unknown): Report {
    const submission = { name, sha256: "" };
    return { ...w2OptimizationReport(), submission, status: "grader-error", message: String(error) };
  }

  async release(): Promise<void> {
    this.held.shift()?.();
    await new Promise(setImmediate);
  }
}

const job = (file: string, name: string) => ({ files: { name: file, bytes: new Uint8Array() }, identity: { name } });

describe("LocalQueue", () => {
  it("grades no more at once than its width, in the order in which they came", async () => {
    const grader = new HeldGrader();
    const queue = new LocalQueue(grader, 2);
    const all = ["a", "b", "c"].map((name) => queue.run(job("x.ts", name)));
    await new Promise(setImmediate);
    expect(grader.started).toEqual(["a", "b"]);
    await grader.release();
    expect(grader.started).toEqual(["a", "b", "c"]);
    await grader.release();
    await grader.release();
    expect((await Promise.all(all)).map(({ report }) => report.submission.name)).toEqual(["a", "b", "c"]);
  });

  it("makes of the grader's failure a report that says so, and goes on", async () => {
    const grader = new HeldGrader();
    const queue = new LocalQueue(grader, 1);
    const [bad, good] = [queue.run(job("bad.ts", "ada")), queue.run(job("good.ts", "lin"))];
    await new Promise(setImmediate);
    await grader.release();
    await grader.release();
    expect((await bad).report).toMatchObject({
      status: "grader-error",
      submission: { name: "ada" },
      message: "Error: no worker",
    });
    expect((await good).report.status).toBe("graded");
    expect((await good).seconds).toBeGreaterThan(0);
  });
});
