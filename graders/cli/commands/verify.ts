import { availableParallelism, hostname } from "node:os";
import { Option } from "commander";
import { UnknownAssignmentError } from "../../../assignments/catalog/catalog.ts";
import { listAssignments, listQuizzes } from "../../../assignments/catalog/course.ts";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { renderJunit } from "../../../reports/exports/junit.ts";
import { phraseProof } from "../../../reports/phrasing/phrase-proof.ts";
import { isProved, type ProofId, proofIds, type Verification } from "../../../reports/report/verification.ts";
import { renderVerification } from "../../../reports/terminal/render-verification.ts";
import { type VerifyOptions, verifyAssignment, verifyQuiz } from "../../verify/verify-assignment.ts";
import { type DefineCommand, describeArguments, workersOption } from "../command-options.ts";
import { type ExitCode, exitCode, print, tell, terminalStyle } from "../output.ts";
import { openProgress } from "../progress.ts";
import { requireOutputFile } from "../require-output.ts";
import { watchVerification } from "../watch-verification.ts";

/** `gradecheck verify` */
export const define: DefineCommand = (command, { finish, version }) =>
  describeArguments(command, {
    assignment: "ids of assignments and quizzes (default: all)",
  })
    .option("--junit <file>", "also write a JUnit report, for CI")
    .option("--json", "one JSON object per assignment")
    .addOption(
      new Option("--watch", "prove again whenever a file of an assignment or its reference changes").conflicts([
        "json",
        "junit",
      ]),
    )
    .addOption(new Option("--proof <name...>", "prove nothing but this of each assignment").choices(proofIds))
    .addOption(workersOption())
    .option("--no-cache", "prove everything from scratch, without cached results")
    .action(async (ids, options) => finish(await verify(ids, options, version)));

/** Options of `gradecheck verify`. */
export type VerifyCommandOptions = {
  /** File for the JUnit report. */
  readonly junit?: string;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly proof?: readonly ProofId[];
  readonly workers?: number;
  /** False: nothing that earlier runs have found out is believed. */
  readonly cache?: boolean;
};

/**
 * `gradecheck verify [assignment…]`: proves that references are right, wrong solutions fail and are named, and
 * tolerances are neither too tight nor too wide.
 * @param names Ids of assignments and quizzes; all where there are none.
 * @param version Of gradecheck.
 * @throws UnknownAssignmentError before anything is run.
 */
export async function verify(
  names: readonly string[],
  options: VerifyCommandOptions,
  version: string,
): Promise<ExitCode> {
  const [assignments, quizzes] = await Promise.all([listAssignments(), listQuizzes()]);
  const known = [...assignments, ...quizzes];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UnknownAssignmentError(unknown, known);

  if (options.junit !== undefined) await requireOutputFile(options.junit);

  await using fresh = options.cache === false ? openTemporaryFolder("verify") : undefined;
  const means = {
    cacheDirectory: fresh?.path ?? userDirectory("cache", process.env),
    workers: options.workers ?? availableParallelism(),
    proofs: options.proof,
  };
  if (options.watch) return await watchVerification(names, means);
  const startedAt = new Date();
  const ids = names.length === 0 ? known : names;
  const verifications = await proveAll(ids, means, (made) => {
    if (options.json) print(JSON.stringify(made));
  });
  if (!options.json) print(renderVerification(verifications, terminalStyle()));
  if (options.junit !== undefined) {
    await writeWhole(options.junit, renderJunit(verifications, { startedAt, hostname: hostname(), version }));
    tell(`JUnit report: ${options.junit}`);
  }
  return verifications.every(isProved) ? exitCode.done : exitCode.failures;
}

/** Proves one after the other, and shows how far it is. */
async function proveAll(
  ids: readonly string[],
  means: Pick<VerifyOptions, "cacheDirectory" | "workers" | "proofs">,
  onMade: (made: Verification) => void,
): Promise<readonly Verification[]> {
  const quizzes = await listQuizzes();
  const verifications: Verification[] = [];
  const progress = await openProgress("auto");
  try {
    for (const id of ids) {
      const settings = {
        ...means,
        onProgress: (proof: ProofId, done?: number, total?: number) =>
          progress.show({ label: `${id}: ${phraseProof(proof)}`, done, total }),
        now: () => performance.now(),
      };
      const made = await (quizzes.includes(id) ? verifyQuiz : verifyAssignment)(id, settings);
      verifications.push(made);
      onMade(made);
    }
  } finally {
    progress.stop();
  }
  return verifications;
}
