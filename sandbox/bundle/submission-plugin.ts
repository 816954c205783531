import { posix } from "node:path";
import type { Loader, OnResolveArgs, OnResolveResult, Plugin } from "esbuild";
import { givenModule } from "./given-modules.ts";
import { importCandidates } from "./import-candidates.ts";
import type { OpenSubmission } from "./open-submission.ts";
import { waitingModule } from "./run-esbuild.ts";
import { SubmissionError } from "./submission-error.ts";

const namespace = "submission";
/** Of modules that stand between the submission and what it is given. */
const between = "given";
const loaders: Readonly<Record<string, Loader>> = { ".ts": "ts", ".mts": "ts", ".js": "js", ".mjs": "js" };

/** Files that are no code. */
const data = /\.(json5?|jsonc|jsonl|ya?ml|toml|csv|tsv|txt|md|html?|css|npy|npz|bin|ipynb|py)$/i;

/** What an import by a name that is put together is answered with, wherever it leads. */
export const computedImport =
  "Cannot import a file by a name that is put together while the program runs: write each import out";

/**
 * Resolves every import of a submission by itself, so that esbuild reads nothing from the disk: its own files, TensorFlow.js,
 * and `gradecheck`. Anything else is an error at its line.
 * @param options Id of the assignment whose contract `gradecheck/<id>` may be imported, and whether the submission waits at its top level.
 * @param texts Receives the text of each file that became part of the bundle, by path.
 */
export function submissionPlugin(
  files: OpenSubmission,
  { assignment, waits }: { readonly assignment: string; readonly waits: boolean },
  texts: Map<string, string>,
): Plugin {
  return {
    name: "gradecheck-submission",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => {
        if (args.namespace === between) return atHand(args, files);
        const found = resolve(args, files, assignment);
        return waits && isBetween(args, found) ? { path: found.path ?? "", namespace: between } : found;
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => loadSource(path, files, texts));
      build.onLoad({ filter: /.*/, namespace: between }, ({ path }) => ({ contents: contentsOf(path, files) }));
      // Of import(`./${name}`) esbuild looks for every file on the disk that could be meant, and asks no resolver.
      build.onLoad({ filter: /.*/ }, () => ({ errors: [{ text: computedImport }] }));
    },
  };
}

/**
 * An ECMAScript module imports what it is given by statements that no function may hold, and exports likewise. So each such import, and the
 * entry, goes by a module that does without them.
 */
const isBetween = ({ kind }: OnResolveArgs, { external }: OnResolveResult): boolean =>
  external === true || kind === "entry-point";

const contentsOf = (path: string, { entry }: OpenSubmission): string =>
  path === entry
    ? `import * as all from ${JSON.stringify(path)}; ${waitingModule}.exports = all;`
    : `module.exports = require(${JSON.stringify(path)});`;

const atHand = ({ path }: OnResolveArgs, { entry }: OpenSubmission): OnResolveResult =>
  path === entry ? { path, namespace } : { path, external: true };

function resolve(args: OnResolveArgs, files: OpenSubmission, assignment: string): OnResolveResult {
  const { path, kind, importer } = args;
  if (kind === "entry-point") return { path: files.entry, namespace };
  const given = givenModule(path, assignment);
  if (given !== undefined) return { path: given, external: true };
  if (!/^\.\.?\//.test(path)) return refuse(`Cannot import "${shown(path)}"`);
  const target = posix.normalize(posix.join(posix.dirname(importer), path));
  if (target.startsWith("../")) return refuse(`Cannot import "${shown(path)}": it lies outside the submission`);
  // Before it is looked for: whether it is there makes no difference.
  if (data.test(path)) {
    return {
      errors: [
        { text: `Cannot import "${shown(path)}": data cannot be imported; write it into a .ts file and export it` },
      ],
    };
  }
  try {
    for (const candidate of importCandidates(target)) {
      if (files.read(candidate) !== undefined) return { path: candidate, namespace };
    }
  } catch (error) {
    if (error instanceof SubmissionError) return refuse(error.message);
    throw error;
  }
  return { errors: [{ text: `Cannot import "${shown(path)}": the submission has no .ts or .js file of that name` }] };
}

function refuse(text: string): OnResolveResult {
  return { errors: [{ text: `${text}. A submission may import @tensorflow/tfjs, gradecheck, and its own .ts files` }] };
}

const shown = (path: string): string => (path.length > 100 ? `${path.slice(0, 100)}…` : path);

/** What esbuild is given of one file. @param texts Receives its text. */
export function loadSource(
  path: string,
  files: OpenSubmission,
  texts: Map<string, string>,
): { readonly contents: string; readonly loader: Loader } {
  const text = files.read(path) ?? "";
  texts.set(path, text);
  // esbuild would read the file that such a comment names, and quote it where it is no source map. The length stays, and with
  // it every position.
  const contents = text.replaceAll("sourceMappingURL=", "sourceMappingUrl=");
  return { contents, loader: loaders[posix.extname(path)] ?? "ts" };
}
