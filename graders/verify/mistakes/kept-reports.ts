import { createHash } from "node:crypto";
import { openCache } from "../../../assignments/storage/cache.ts";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import { misconceptionSources } from "../../../reference/misconceptions/misconception-sources.ts";
import type { CaseReport, Report } from "../../../reports/report/report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import type { GradingSession } from "../../session/grading-session.ts";
import { gradingSources } from "../../session/grading-sources.ts";
import { contentOf } from "../../session/run-memory.ts";
import type { Subject } from "../subject/subject.ts";

/** Raise it when the bytes in the cache change their meaning. */
const cacheFormat = 1;

type Grading = Pick<GradingSession, "grade" | "gradingFingerprint">;

/** Grades one exercise of a solution of ours, or tells its report of an earlier run. Texts for people may be those of then. */
export type GradeOrRecall = (files: SubmissionFiles, name: string, exercise: string) => Promise<Report>;

/**
 * Keeps the reports of a session until something changes that they follow from: to judge and diagnose again what is remembered takes
 * most of a proof's time.
 */
export async function keptReports(subject: Subject, session: Grading): Promise<GradeOrRecall> {
  const cache = openCache("reports", subject.cacheDirectory);
  const sources = await misconceptionSources(subject.misconceptionsFile);
  const fingerprint = session.gradingFingerprint(await gradingSources());
  const basis = [`reports, format ${cacheFormat}`, fingerprint, ...sources.flatMap(({ name, text }) => [name, text])];
  return async (files, name, exercise) => {
    const key = keyOf([...basis, name, exercise, ...contentOf(files)]);
    const kept = await cache.read(key);
    if (kept !== undefined) return parseJson(new TextDecoder().decode(kept)) as Report;
    const report = await session.grade(files, { name }, { exercises: [exercise] });
    if (isSettled(report)) await cache.write(key, Buffer.from(JSON.stringify(report), "utf8"));
    return report;
  };
}

function keyOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // Each part after its length: no two different lists of parts give the same bytes.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}

/** How a call ends that meets a limit is up to the machine, and a failure of ours says nothing. */
const unsettled: ReadonlySet<CaseReport["outcome"]> = new Set(["timeout", "memory", "crashed", "grader-error"]);

const isSettled = ({ status, exercises }: Report): boolean =>
  status === "graded" && exercises.every(({ cases }) => cases.every(({ outcome }) => !unsettled.has(outcome)));
