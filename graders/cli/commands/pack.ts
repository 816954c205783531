import { resolve } from "node:path";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { phraseList } from "../../../reports/phrasing/text/sentence.ts";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { SubmissionError } from "../../../sandbox/bundle/submission-error.ts";
import { type DefineCommand, describeArguments } from "../command-options.ts";
import { type ExitCode, exitCode, print } from "../output.ts";

/** `gradecheck pack` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, {
    assignment: "for example w2-optimization",
    submission: "a .ts file, or a folder with submission.ts",
  }).action(async (id, path) => finish(await pack(id, path)));

/**
 * `gradecheck pack <assignment> <submission>`: what to hand in, and whether the grader would take it. Runs none of it.
 * @returns 1 where it would be refused.
 */
export async function pack(assignment: string, path: string): Promise<ExitCode> {
  const { exercises, limits } = await loadManifest(await findAssignment(assignment));
  await using compiler = new Compiler();
  const files = await readSubmission(path);
  try {
    const { definitions, places } = await compiler.bundle(files, { assignment, sourceBytes: limits.sourceBytes });
    const names = [...places.files].sort();
    print(
      names.length === 1 && !("entries" in files)
        ? `Hand in this file: ${resolve(path)}`
        : `Hand in these files together, as a folder or a .zip: ${phraseList(names.map((name) => printable(name)))}`,
    );
    const missing = exercises.filter(({ id }) => !definitions.names.includes(id)).map(({ id }) => id);
    print(
      missing.length === 0
        ? `It compiles, imports nothing that is refused, and has all ${exercises.length} functions.`
        : `It compiles and imports nothing that is refused. Not found in it: ${phraseList(missing)}.`,
    );
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof SubmissionError)) throw error;
    print(`The grader would refuse it: ${printable(error.message)}`);
    return exitCode.failures;
  }
}
