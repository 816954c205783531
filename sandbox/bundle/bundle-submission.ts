import { Buffer } from "node:buffer";
import type { BuildFailure, Message } from "esbuild";
import { isMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { type Definitions, definedNames } from "./defined-names.ts";
import { givenModules, importsOnlyGiven } from "./given-modules.ts";
import { hashFiles } from "./hash-files.ts";
import { type OpenSubmission, openSubmission, type SubmissionFiles } from "./open-submission.ts";
import { readSourceMap } from "./read-source-map.ts";
import { type Compiled, runEsbuild } from "./run-esbuild.ts";
import type { SourcePlaces } from "./source-places.ts";
import { SubmissionError } from "./submission-error.ts";
import { computedImport, loadSource, submissionPlugin } from "./submission-plugin.ts";

/** A submission as one script, ready for any number of isolates. */
export type Bundle = {
  readonly name: string;
  /** Over the paths and bytes of the files that are in the bundle. */
  readonly sha256: string;
  /** A function expression `(module, exports, require) => …`, async where the submission waits at its top level. */
  readonly code: string;
  /** From `code` back to the student's files. */
  readonly places: SourcePlaces;
  /** What it defines, to tell what is missing from what is not exported. */
  readonly definitions: Definitions;
};

/** What {@link bundleSubmission} needs to know. */
export type BundleOptions = {
  /** Id of the assignment whose contract may be imported. */
  readonly assignment: string;
  /** Largest size of the source, bytes over all its files. */
  readonly sourceBytes: number;
};

/**
 * Largest size of the script and of its source map, bytes: far above what source of the size allowed becomes, unless it was
 * written to be multiplied by the compiler.
 */
const outputLimitBytes = 16_000_000;

/**
 * Compiles a submission, with everything it imports, to one script. A hostile source can overflow or occupy the compiler:
 * graders go through {@link Compiler}, which runs this in a process that may die.
 * @throws {SubmissionError} where the submission is unreadable, does not compile, or imports what it may not; the system's error where
 * this machine is at fault.
 */
export async function bundleSubmission(submission: SubmissionFiles, options: BundleOptions): Promise<Bundle> {
  const files = openSubmission(submission, options.sourceBytes);
  const texts = new Map<string, string>();
  const { script, map } = await compile(files, options.assignment, texts).catch((failure) =>
    readableFailure(failure, texts),
  );
  const sha256 = hashFiles(texts);
  if (Math.max(script.contents.length, map.contents.length) > outputLimitBytes) {
    const why = `the compiled code is larger than ${outputLimitBytes / 1e6} MB`;
    throw new SubmissionError(`Cannot compile the submission: ${why}`, { sha256 });
  }
  const sourceBytes = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    name: files.name,
    sha256,
    code: script.text,
    places: readSourceMap(map.text, sourceBytes),
    definitions: definedNames(script.text),
  };
}

/** @param texts Receives the text of each file that became part of the bundle, by path. */
async function compile(files: OpenSubmission, assignment: string, texts: Map<string, string>): Promise<Compiled> {
  const quick = await compileEntry(files, assignment, texts);
  if (quick !== undefined) return quick;
  const compileAll = (waits: boolean): Promise<Compiled> => {
    const plugins = [submissionPlugin(files, { assignment, waits }, texts)];
    return runEsbuild({ entryPoints: ["submission"], plugins }, waits);
  };
  return compileAll(false).catch((failure) => (waitsAtTopLevel(failure) ? compileAll(true) : Promise.reject(failure)));
}

/**
 * Compiles a submission whose first file imports nothing but what it is given, as most do: esbuild has nobody to ask, which is a third of
 * its work.
 * @returns undefined where there is more to it, or something is wrong.
 */
async function compileEntry(
  files: OpenSubmission,
  assignment: string,
  texts: Map<string, string>,
): Promise<Compiled | undefined> {
  const { entry } = files;
  if (!importsOnlyGiven(files.read(entry) ?? "", assignment)) return undefined;
  try {
    const stdin = { ...loadSource(entry, files, texts), sourcefile: entry };
    return await runEsbuild({ stdin, external: [...givenModules(assignment)] }, false);
  } catch (failure) {
    if ((failure as Partial<BuildFailure>).errors === undefined) throw failure;
    return undefined;
  }
}

function readableFailure(failure: unknown, texts: ReadonlyMap<string, string>): never {
  const { errors = [] } = failure as Partial<BuildFailure>;
  const ours = errors.find(({ detail }) => isMachineFailure(detail));
  if (ours !== undefined) throw ours.detail;
  const [first] = errors;
  if (first === undefined) throw failure;
  const notebook = [...texts.values()].some(isNotebook) ? "; this is a notebook: hand in its code as a .ts file" : "";
  throw new SubmissionError(describe(first) + notebook, {
    sha256: hashFiles(texts),
    file: first.location?.file.replace(/^submission:/, ""),
    line: first.location?.line,
    column: first.location === null ? undefined : first.location.column + 1,
  });
}

function describe({ text, location }: Message): string {
  // A place outside the submission would be one in our own code.
  const inside = location?.namespace === "submission" || location?.file.startsWith("submission:");
  const where = location === null || !inside ? "" : `${location.file.replace(/^submission:/, "")}:${location.line}: `;
  // Every other import was resolved by the plugin.
  if (/^(Could not resolve|The glob pattern) /.test(text)) return where + computedImport;
  return `${where}${text.length > 500 ? `${text.slice(0, 500)}…` : text}`;
}

/** Whether nothing else is known to be wrong with a submission than that its top level waits, which only an ECMAScript module may. */
const waitsAtTopLevel = (failure: unknown): boolean =>
  (failure as Partial<BuildFailure>).errors?.[0]?.text.startsWith("Top-level await is currently not supported") ===
  true;

/** Whether a text is the JSON of a Jupyter notebook, which students hand in under any name. */
const isNotebook = (text: string): boolean => /^\s*\{/.test(text) && /"(cells|nbformat)"\s*:/.test(text);
