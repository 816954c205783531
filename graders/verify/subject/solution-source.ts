import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** A module of ours that is to be handed in as a student would hand it in. */
export type SolutionSource = {
  /** Text of the module, TypeScript. */
  readonly text: string;
  /** Absolute path of a file beside which its relative imports are looked up. */
  readonly beside: string;
};

/**
 * Writes one of our modules as a submission: a single file that imports nothing but what a submission may import.
 * @param scratch Folder to write to.
 * @param name What the file's name starts with.
 * @returns Absolute path of the file.
 */
export async function writeSolution(source: SolutionSource, scratch: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source.text, resolveDir: dirname(source.beside), sourcefile: `${name}.ts`, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2024",
    external: ["@tensorflow/*", "gradecheck", "gradecheck/*"],
    tsconfigRaw: "{}",
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  // The same source under the same name each time: what is known of a submission is found by both.
  const file = join(scratch, `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.js`);
  await writeFile(file, text);
  return file;
}
