import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { commandWorks } from "./command-works.ts";
import type { Launcher } from "./launcher.ts";
import { workerFiles } from "./worker-files.ts";

/** All namespaces of its own, no capabilities, and an end with ours. It already is the leader of its session. */
const apart = ["bwrap", "--unshare-all", "--unshare-user", "--die-with-parent", "--cap-drop", "ALL"];

/**
 * Puts workers into namespaces of their own with bubblewrap, where there is no file, readable or not, but Node, its
 * shared libraries and the worker's own files: no /proc, no /dev, no home, no reference.
 * @returns Undefined where this system does not have it or does not let us.
 */
export async function bubblewrapLauncher(): Promise<Launcher | undefined> {
  const files = [process.execPath, ...(await sharedLibraries()), ...workerFiles()];
  const mounts = files.flatMap((file) => ["--ro-bind-try", file, file]);
  const launcher: Launcher = ({ directory }) => [
    ...apart,
    ...mounts,
    ...["--ro-bind", directory, directory, "--chdir", directory],
    ...["--remount-ro", "/", "--"],
  ];
  const trial = launcher({ directory: tmpdir(), memoryLimitBytes: 0 });
  return (await commandWorks([...trial, process.execPath, "--version"])) ? launcher : undefined;
}

/** Paths under which the loader looks for what Node is linked with, and the loader itself, as it tells them. */
function sharedLibraries(): Promise<string[]> {
  const env = { LD_TRACE_LOADED_OBJECTS: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--version"], { env, timeout: 2000 }, (error, stdout) =>
      resolve(error === null ? (stdout.match(/\/\S+/g) ?? []) : []),
    );
  });
}
