import { fileURLToPath } from "node:url";
import { type BuildOptions, type BuildResult, build, type Plugin } from "esbuild";
import { packagesFolder, sourceFile } from "../source-file.ts";
import { contractFiles } from "./image-key.ts";

const project = new URL("../../", import.meta.url);

/** What every isolate starts from, as a script. */
export type GuestBundle = {
  /**
   * One script without imports, in strict mode: a sloppy function of the harness that calls into a submission could be had there as
   * `arguments.callee.caller`.
   */
  readonly code: string;
  /** Files that it is made of, relative to the project. */
  readonly modules: readonly string[];
};

/** Bundles what every isolate starts from: TensorFlow.js, the modules provided to students, and the harness. */
export async function bundleGuest(): Promise<GuestBundle> {
  const result = await buildOnce({
    entryPoints: [sourceFile("guest/harness", new URL("../", import.meta.url))],
    format: "iife",
    banner: { js: '"use strict";' },
    external: onlyOnNode,
    plugins: [providedModules, rarelyUsed],
    metafile: true,
  });
  return { code: outputOf(result), modules: Object.keys(result.metafile?.inputs ?? {}) };
}

/** Reached only on Node, which the guest is not: random numbers for seedrandom, network for downloads. */
const onlyOnNode = ["crypto", "node-fetch", "util", "string_decoder"];

function outputOf({ outputFiles: [output] = [] }: BuildResult): string {
  if (output === undefined) throw new Error("Cannot bundle the guest: esbuild made no output");
  return output.text;
}

function buildOnce(options: BuildOptions): Promise<BuildResult> {
  return build({
    // Without it the names of files in the script would tell where somebody started us.
    absWorkingDir: fileURLToPath(project),
    // A course that lies elsewhere has no packages of its own.
    nodePaths: [packagesFolder()],
    bundle: true,
    // Every isolate holds the text, and counts its lines when it first shows a stack. Names stay.
    minifyWhitespace: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    target: "esnext",
    // In place of any tsconfig.json, which is for the checker: what the guest is follows from what imageKey() covers.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    define: { global: "globalThis", "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
    ...options,
    write: false,
  });
}

/** Makes `gradecheck/<assignment>` available: the run-time exports of each assignment's contract. */
const providedModules: Plugin = {
  name: "gradecheck-provided-modules",
  setup(builder) {
    const namespace = "provided";
    builder.onResolve({ filter: /^gradecheck-provided-modules$/ }, ({ path }) => ({ path, namespace }));
    builder.onLoad({ filter: /.*/, namespace }, async () => {
      const contracts = await contractFiles();
      const imports = contracts.map(({ file }, i) => `import * as m${i} from ${JSON.stringify(file)};`);
      const table = contracts.map(({ id }, i) => `${JSON.stringify(`gradecheck/${id}`)}: m${i}`);
      return {
        contents: `${imports.join("\n")}\nexport const providedModules = { ${table.join(", ")} };`,
        resolveDir: fileURLToPath(project),
        loader: "ts",
      };
    });
  },
};

/**
 * `tf.layers` and all that comes with it, and `tf.data`, as functions of what they require, called when a submission first asks for them:
 * few do, and run at the start they would make every isolate slower.
 */
const rarelyUsed: Plugin = {
  name: "gradecheck-rarely-used",
  setup(builder) {
    const namespace = "rarely-used";
    builder.onResolve({ filter: /^gradecheck-rarely-used$/ }, ({ path }) => ({ path, namespace }));
    builder.onLoad({ filter: /.*/, namespace }, async () => {
      const layers = await commonJs("@tensorflow/tfjs-layers");
      const data = await commonJs("@tensorflow/tfjs-data");
      return {
        contents: `
          export function runLayers(module, require) {\n${layers.code}\n}
          export function runData(module, require) {\n${data.code}\n}
          export const layersNames = ${JSON.stringify(layers.names)};`,
      };
    });
  },
};

/** A package of TensorFlow.js as CommonJS that requires the core, and the names that it exports. */
async function commonJs(name: string): Promise<{ readonly code: string; readonly names: readonly string[] }> {
  const options: BuildOptions = {
    stdin: { contents: `export * from "${name}";`, resolveDir: fileURLToPath(project) },
    external: ["@tensorflow/tfjs-core", "fs", ...onlyOnNode],
  };
  const { metafile } = await buildOnce({ ...options, format: "esm", metafile: true });
  const names = Object.values(metafile?.outputs ?? {}).flatMap(({ exports }) => exports);
  return { code: outputOf(await buildOnce({ ...options, format: "cjs" })), names };
}
