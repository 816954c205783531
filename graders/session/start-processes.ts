import { availableParallelism } from "node:os";
import { findAssignment } from "../../assignments/catalog/catalog.ts";
import { loadManifest } from "../../assignments/catalog/load-manifest.ts";
import { Compiler } from "../../sandbox/bundle/compiler.ts";
import { loadWorkerScript } from "../../sandbox/image/worker-script.ts";
import { chooseLauncher } from "../../sandbox/os/choose-launcher.ts";
import { Sandbox } from "../../sandbox/pool/sandbox.ts";
import { chooseExercises } from "./choose-exercises.ts";
import type { SessionOptions } from "./session-options.ts";

/** The processes of a session. They take long to start, and need to know hardly anything for that. */
export type SessionProcesses = AsyncDisposable & {
  readonly compiler: Compiler;
  /** Still to be told what it will run. Rejects where the assignment or the choice of exercises is no good, and where no worker can be kept from files. */
  readonly sandbox: Promise<Sandbox>;
};

/** Starts the processes of a session, without waiting for them. */
export function startProcesses(options: SessionOptions): SessionProcesses {
  const sandbox = openSandbox(options);
  // Whoever waits for it hears of it.
  sandbox.catch(() => undefined);
  const compiler = new Compiler();
  compiler.warm();
  return {
    compiler,
    sandbox,
    [Symbol.asyncDispose]: async () => {
      const opened = await sandbox.catch(() => undefined);
      await Promise.all([compiler, opened].map((one) => one?.[Symbol.asyncDispose]()));
    },
  };
}

/** Starts workers, before it is known what they will run. */
export async function openSandbox(options: SessionOptions): Promise<Sandbox> {
  const { cacheDirectory, cacheTrust, isolation, watch, workers = availableParallelism() } = options;
  const find = async () => {
    const manifest = await loadManifest(await findAssignment(options.assignment));
    chooseExercises(manifest, options.exercises);
    return manifest;
  };
  const script = loadWorkerScript({ cacheDirectory, cacheTrust });
  // What protects this machine is tried out meanwhile.
  const [{ limits }] = await Promise.all([find(), script, chooseLauncher()]);
  return Sandbox.open({ script: await script, limits, workers, isolation, onReplaced: watch?.onReplaced });
}
