// `npm run setup`: gives tfjs-node a native TensorFlow. Everything but the first check is loaded only when needed. The other scripts
// run it with `--by-the-way`, which does not try again what has failed within a day.
import { readBuildMarker } from "../build-marker.ts";
import { doesWithoutNative } from "../detect-backend.ts";
import { tfjsPackage } from "../tfjs-package.ts";

async function setup(): Promise<number> {
  if (doesWithoutNative(process.env)) {
    process.stderr.write(
      `GRADECHECK_BACKEND is ${process.env["GRADECHECK_BACKEND"]}: native TensorFlow is not set up\n`,
    );
    return 0;
  }
  const { directory, version } = tfjsPackage("@tensorflow/tfjs-node");
  if (readBuildMarker(directory, version) !== undefined) return 0;
  const { exitOnSignals } = await import("../../../assignments/storage/temporary-folder.ts");
  using _ = exitOnSignals();
  const { openProgress } = await import("./progress.ts");
  const { runSetup } = await import("./run-setup.ts");
  const occasion = { now: Date.now(), byTheWay: process.argv.includes("--by-the-way") };
  return runSetup(directory, version, process.env, occasion, await openProgress(process.stderr));
}

process.exitCode = await setup();
