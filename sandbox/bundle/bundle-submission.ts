import { Buffer } from "node:buffer";
import { type BuildFailure, build, type Message } from "esbuild";
import { isMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { submissionScript } from "../protocol/reply-format.ts";
import { type Definitions, definedNames } from "./defined-names.ts";
import { hashFiles } from "./hash-files.ts";
import { openSubmission, type SubmissionFiles } from "./open-submission.ts";
import { readSourceMap, type SourcePlaces } from "./source-places.ts";
import { SubmissionError } from "./submission-error.ts";
import { computedImport, submissionPlugin, waitingModule } from "./submission-plugin.ts";

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

/** An ECMAScript module knows no `module` and no `exports` of its own. */
const banners = {
  plain: "(function (module, exports, require) {",
  waiting: `(async function (${waitingModule}, _, require) { "use strict";`,
} as const;
const footer = `})\n//# sourceURL=${submissionScript}`;

/**
 * Compiles a submission, with everything it imports, to one script. A hostile source can overflow or occupy the compiler:
 * graders go through {@link Compiler}, which runs this in a process that may die.
 * @throws {SubmissionError} where the submission is unreadable, does not compile, or imports what it may not; the system's error where
 * this machine is at fault.
 */
export async function bundleSubmission(submission: SubmissionFiles, options: BundleOptions): Promise<Bundle> {
  const files = openSubmission(submission, options.sourceBytes);
  const texts = new Map<string, string>();
  const compile = async (waits: boolean) =>
    runEsbuild(submissionPlugin(files, { assignment: options.assignment, waits }, texts), waits);
  const { outputFiles } = await compile(false)
    .catch((failure) => (waitsAtTopLevel(failure) ? compile(true) : Promise.reject(failure)))
    .catch((failure) => readableFailure(failure, texts));
  const [map, script] = [".map", ".js"].map((end) => outputFiles.find((file) => file.path.endsWith(end)));
  if (script === undefined || map === undefined)
    throw new Error("Cannot compile the submission: esbuild made no output");
  const sha256 = hashFiles(texts);
  if (Math.max(script.contents.length, map.contents.length) > outputLimitBytes) {
    const why = `compiled it is larger than ${outputLimitBytes / 1e6} MB`;
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

/** @param waits Whether an `await` may stand outside of all functions: the script is an async function then, which most need not be. */
function runEsbuild(plugin: ReturnType<typeof submissionPlugin>, waits: boolean) {
  return build({
    entryPoints: ["submission"],
    outfile: "/submission.js",
    bundle: true,
    write: false,
    format: waits ? "esm" : "cjs",
    platform: "neutral",
    target: "es2024",
    supported: { "dynamic-import": false },
    treeShaking: false,
    sourcemap: "external",
    sourcesContent: false,
    legalComments: "none",
    banner: { js: waits ? banners.waiting : banners.plain },
    footer: { js: footer },
    tsconfigRaw: "{}",
    logLevel: "silent",
    logLimit: 5,
    // Whether a file of some name lies on this machine is not told.
    logOverride: { "empty-glob": "error" },
    plugins: [plugin],
  });
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
