import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { removeAtEnd } from "../../../assignments/storage/temporary-folder.ts";
import { tfjsNodeFolder, wantedVersion } from "../tfjs-package.ts";
import { openBuildDirectory } from "./build-cache.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/** What npm is to install. Exact versions, and no scripts: those of tfjs-node are run later, in a copy. */
function manifest(): object {
  const headers = wantedVersion("node-api-headers");
  return {
    private: true,
    dependencies: { "@tensorflow/tfjs-node": wantedVersion("@tensorflow/tfjs-node"), "node-api-headers": headers },
    // It runs with gradecheck's own TensorFlow.js. Another 290 MB would never be loaded: something small stands there instead.
    overrides: { "@tensorflow/tfjs": `npm:node-api-headers@${headers}` },
  };
}

/**
 * Installs tfjs-node and the headers that its binding is compiled with into gradecheck's cache folder: the package does without them, and
 * the user's own project is none of its business.
 * @throws Error with what npm said.
 */
export async function installTfjsNode(progress: Progress): Promise<void> {
  progress.phase(`Installing tfjs-node ${wantedVersion("@tensorflow/tfjs-node")} from npm`, 0);
  const target = tfjsNodeFolder();
  const directory = await openBuildDirectory(target);
  await using _ = removeAtEnd(directory);
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest()));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const result = await runCommand("npm", args, { cwd: directory, idleMs: 180_000 });
  if (!result.ok) throw new Error(`npm install @tensorflow/tfjs-node: ${result.reason}`);
  // An earlier one without its package.json, or that of somebody who was faster; nobody has loaded either.
  await rm(target, { recursive: true, force: true });
  await rename(directory, target);
}
