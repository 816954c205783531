import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { gradePaths } from "./grade-attacks.ts";

/** The functions of w2-optimization. */
const attackedFunctions: readonly string[] = [
  "updateParametersWithGd",
  "randomMiniBatches",
  "initializeVelocity",
  "updateParametersWithMomentum",
  "initializeAdam",
  "updateParametersWithAdam",
  "updateLr",
  "scheduleLrDecay",
];

/** All functions of w2-optimization with the same body. */
export const inEachFunction = (body: string): string =>
  attackedFunctions.map((name) => `export function ${name}(): any { ${body} }\n`).join("");

/**
 * Has everything computed that is computed once for a course and kept: to load TensorFlow takes the grading process a third of a second, and
 * is no submission's doing.
 */
export async function warmCaches(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, "wrong-in-everything.ts");
    await writeFile(path, inEachFunction("return -1;"));
    await gradePaths(folder, [path], {});
  });
}
