import { type BuildOptions, build, type OutputFile } from "esbuild";
import { submissionScript } from "../protocol/reply-format.ts";

/** What a submission that waits at its top level hands its exports to, in place of `module`. */
export const waitingModule = "__submission";

/** An ECMAScript module knows no `module` and no `exports` of its own. */
const banners = {
  plain: "(function (module, exports, require) {",
  waiting: `(async function (${waitingModule}, _, require) { "use strict";`,
} as const;
const footer = `})\n//# sourceURL=${submissionScript}`;

/** What esbuild makes of a submission. */
export type Compiled = { readonly script: OutputFile; readonly map: OutputFile };

/**
 * Bundles a submission.
 * @param source Where it comes from, and who resolves what it imports.
 * @param waits Whether an `await` may stand outside of all functions: the script is an async function then, which most need not be.
 * @throws BuildFailure where it does not compile.
 */
export async function runEsbuild(
  source: Pick<BuildOptions, "entryPoints" | "stdin" | "external" | "plugins">,
  waits: boolean,
): Promise<Compiled> {
  const { outputFiles } = await build({
    ...source,
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
  });
  const [map, script] = [".map", ".js"].map((end) => outputFiles.find((file) => file.path.endsWith(end)));
  if (script === undefined || map === undefined)
    throw new Error("Cannot compile the submission: esbuild made no output");
  return { script, map };
}
