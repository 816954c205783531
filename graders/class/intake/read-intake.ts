import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, resolve } from "node:path";
import {
  isMachineFailure,
  MachineFailure,
  phraseMachineFailure,
} from "../../../assignments/storage/machine-failure.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { knownTime } from "../attempts/read-instant.ts";
import type { Intake, RosterEntry, SubmissionAttempt } from "../attempts/submission-attempt.ts";
import type { Reading, SubmissionCandidate } from "../attempts/submission-candidate.ts";
import { type SubmissionForm, sourceForm } from "../attempts/submission-form.ts";
import { IntakeError, Workspace } from "../attempts/workspace.ts";
import { fileKind, isArchive, withoutExtension } from "./files/file-kind.ts";
import type { FolderItem } from "./files/list-folder.ts";
import { locateSubmissions } from "./files/locate-submissions.ts";
import { readCanvas } from "./layouts/canvas.ts";
import { readGradescope } from "./layouts/gradescope.ts";
import { readMoodle } from "./layouts/moodle.ts";
import { type Layout, readPlain, recogniseLayout } from "./layouts/recognise-layout.ts";
import { matchCandidates } from "./match-candidates.ts";
import { openSubmissions } from "./open-submissions.ts";
import { numberAttempts, withRosterTimes } from "./order-attempts.ts";
import { onlyStudents } from "./roster/only-students.ts";
import { readRoster } from "./roster/read-roster.ts";

/** What to read, and for whom. */
export type IntakeOptions = {
  /** Id of the assignment: of several files by one student, the one named after it counts. */
  readonly assignment: string;
  /** What submissions are. Default source code. */
  readonly form?: SubmissionForm;
  /** CSV with the students' ids; without it, every id is accepted. */
  readonly rosterFile?: string;
  /** Read only these students, by id, e-mail or name. */
  readonly students?: readonly string[];
};

/**
 * Reads what a class handed in: a folder of files or of folders, a `.zip`, `.tar.gz`, `.tgz` or `.tar` of one, or a
 * download of Canvas, Moodle or Gradescope, packed or not. No code is run. Archives are unpacked to a temporary folder,
 * which is removed with the result and when the process exits.
 * @throws {IntakeError} where nothing can be graded, the archive or the roster cannot be read, or a student is unknown.
 * @throws {MachineFailure} where the machine is the cause: too many open files, a full disk.
 */
export async function readIntake(path: string, options: IntakeOptions): Promise<Intake> {
  const rows = options.rosterFile === undefined ? [] : await readRoster(options.rosterFile);
  const workspace = new Workspace();
  try {
    const reading: Reading = {
      assignment: options.assignment,
      form: options.form ?? sourceForm,
      workspace,
      unmatched: [],
    };
    const items = await openSubmissions(path, reading);
    const { layout, candidates } = await readLayout(path, items, reading);
    if (candidates.length === 0) throw nothingFound(path, reading);
    const owned = matchCandidates(candidates, options.rosterFile === undefined ? undefined : rows);
    if (owned.attempts.length === 0) throw noStudentFound(options.rosterFile, candidates.length, owned.unmatched);
    const numbered = numberAttempts(owned.attempts);
    const isPlain = layout === "files" || layout === "folders";
    const timed = isPlain ? await withArchiveTime(path, numbered) : numbered;
    const roster = new Map<string, RosterEntry>(rows.map(({ entry }) => [entry.id, entry]));
    const present = new Set(owned.attempts.map(({ student }) => student));
    const intake: Intake = {
      layout,
      attempts: withRosterTimes(timed, roster),
      unmatched: [...reading.unmatched, ...owned.unmatched].sort((a, b) => (a.path < b.path ? -1 : 1)),
      missing: [...roster.values()].filter(({ id }) => !present.has(id)),
      roster,
      [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
    };
    return options.students === undefined ? intake : onlyStudents(intake, options.students);
  } catch (error) {
    // Removing the folder may fail for the same reason; the first failure is the one to report.
    await workspace[Symbol.asyncDispose]().catch(() => undefined);
    throw systemFailure(path, error);
  }
}

/**
 * An archive with only one student's files is that student's, who may have chosen the times of its entries. They order
 * the attempts, but the archive's own time counts.
 */
async function withArchiveTime(
  path: string,
  attempts: readonly SubmissionAttempt[],
): Promise<readonly SubmissionAttempt[]> {
  const found = await stat(path);
  const isOne = attempts.every(({ student }) => student === attempts[0]?.student);
  if (!isOne || !found.isFile() || !isArchive(path)) return attempts;
  const time = knownTime(found.mtime);
  return attempts.map(({ submittedAt: _own, ...attempt }) => ({ ...attempt, ...(time && { submittedAt: time }) }));
}

/** An error of the system while reading, in one line: a full disk, a file that disappeared. */
function systemFailure(path: string, error: unknown): unknown {
  const { syscall, code, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  if (!isMachineFailure(error)) {
    return new IntakeError(printable(`Cannot read "${path}": ${code ?? message}`), { cause: error });
  }
  const full = `there is no space left in the temporary folder "${tmpdir()}"; set TMPDIR to another`;
  const why = code === "ENOSPC" || code === "EDQUOT" ? full : phraseMachineFailure(error);
  return new MachineFailure(printable(`Cannot read "${path}": ${why}`), { cause: error });
}

async function readLayout(
  path: string,
  items: readonly FolderItem[],
  reading: Reading,
): Promise<{ readonly layout: Layout["name"]; readonly candidates: readonly SubmissionCandidate[] }> {
  const alone = await readSingle(path, items, reading);
  if (alone !== undefined) return { layout: "folders", candidates: alone };
  const layout = await recogniseLayout(items, reading);
  switch (layout.name) {
    case "canvas":
      return { layout: layout.name, candidates: await readCanvas(items, reading) };
    case "moodle":
      return { layout: layout.name, candidates: await readMoodle(items, reading) };
    case "gradescope":
      return { layout: layout.name, candidates: await readGradescope(items, layout.submissions, reading) };
    default:
      return { layout: layout.name, candidates: await readPlain(items, reading) };
  }
}

/** A folder whose only file that may be a submission is called submission.ts is one student's, who is named like the folder. */
async function readSingle(
  path: string,
  items: readonly FolderItem[],
  reading: Reading,
): Promise<readonly SubmissionCandidate[] | undefined> {
  const { form } = reading;
  const gradable = items.filter(({ name, kind }) => kind === "folder" || fileKind(name, form) !== "other");
  const [item] = gradable;
  if (item?.name !== form.entry || item.kind !== "file" || gradable.length > 1) return undefined;
  for (const other of items) {
    if (other !== item) await locateSubmissions(other, reading);
  }
  const id = withoutExtension(basename(resolve(path)), form);
  // An archive with one student's file is that student's, who may have chosen the times of its entries.
  const handedIn = await stat(path);
  const time = handedIn.isFile() ? knownTime(handedIn.mtime) : item.time;
  return [{ path: item.path, shownPath: item.shownPath, ...(time && { submittedAt: time }), ids: [id], name: id }];
}

function nothingFound(path: string, { unmatched, form }: Reading): IntakeError {
  const { main } = form.extensions;
  const wanted = `looked for ${main} files, folders with ${form.entry} or one ${main} file, .zip and .tar.gz archives of these, and downloads of Canvas, Moodle and Gradescope`;
  const [first] = unmatched;
  const found = first === undefined ? "it is empty" : `found, for example, "${first.path}": ${first.reason}`;
  return new IntakeError(printable(`Cannot find a submission in "${path}": ${wanted}; ${found}`));
}

function noStudentFound(rosterFile: string | undefined, count: number, unmatched: Intake["unmatched"]): IntakeError {
  const [first] = unmatched;
  const example = first === undefined ? "" : `; for example, "${first.path}": ${first.reason}`;
  const whose = rosterFile === undefined ? "carries an id" : `belongs to a student of roster "${rosterFile}"`;
  return new IntakeError(printable(`None of the ${count} submissions ${whose}${example}`));
}
