// `npm run setup`: gives tfjs-node a native TensorFlow. Everything but the first check is loaded only when needed. The other scripts
// run it with `--by-the-way`, which does not try again what has failed within a day.
import { readBuildMarker } from "../build-marker.ts";
import { doesWithoutNative, installedTfjsNode, requiresNative } from "../detect-backend.ts";
import { tfjsPackage } from "../tfjs-package.ts";

/**
 * Sets up native TensorFlow and says how that went.
 * @param byTheWay Whether a command asks on its way to something else: what failed within a day is not tried again.
 * @returns Exit code: 0, or 3 where native TensorFlow is required and no way of getting it works.
 */
export async function setup(byTheWay: boolean): Promise<number> {
  if (doesWithoutNative(process.env)) {
    process.stderr.write(
      `GRADECHECK_BACKEND is ${process.env["GRADECHECK_BACKEND"]}: native TensorFlow is not set up\n`,
    );
    return 0;
  }
  const found = installedTfjsNode();
  if (found !== undefined && readBuildMarker(found.directory, found.version) !== undefined) return 0;
  const { exitOnSignals } = await import("../../../assignments/storage/temporary-folder.ts");
  using _ = exitOnSignals();
  const { openProgress } = await import("./progress.ts");
  const { runSetup } = await import("./run-setup.ts");
  const progress = await openProgress(process.stderr);
  if (found === undefined) {
    const { installTfjsNode } = await import("./install-tfjs-node.ts");
    try {
      await installTfjsNode(progress);
    } catch (error) {
      progress.note(`Cannot set up native TensorFlow: ${error instanceof Error ? error.message : String(error)}`);
      return requiresNative(process.env) ? 3 : 0;
    } finally {
      progress.stop();
    }
  }
  const { directory, version } = tfjsPackage("@tensorflow/tfjs-node");
  return runSetup(directory, version, process.env, { now: Date.now(), byTheWay }, progress);
}

if (import.meta.main) process.exitCode = await setup(process.argv.includes("--by-the-way"));
