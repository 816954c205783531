import { cp, mkdir, rename, rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/**
 * Makes a build with the package's own installer, which downloads the libraries and the binding from the storage of
 * the TensorFlow.js project. It runs in a copy of the package: a failed run leaves nothing half-installed.
 * @param into Empty directory; holds `lib` and `deps` afterwards.
 * @param packageDirectory Directory of the installed tfjs-node package.
 * @throws Error that says what the installer answered.
 */
export async function runInstaller(into: string, packageDirectory: string, progress: Progress): Promise<void> {
  progress.phase("Trying the installer of tfjs-node", 0);
  const copy = join(into, "package");
  const builtParts = ["lib", "deps"].map((name) => join(packageDirectory, name));
  await cp(packageDirectory, copy, { recursive: true, filter: (source) => !builtParts.includes(source) });
  const modules = dirname(dirname(packageDirectory));
  const result = await runCommand(process.execPath, [join("scripts", "install.js")], {
    cwd: copy,
    env: {
      ...process.env,
      NODE_PATH: [join(packageDirectory, "node_modules"), modules].join(delimiter),
      PATH: [join(modules, ".bin"), process.env["PATH"]].join(delimiter),
    },
    idleMs: 90_000,
  });
  if (!result.ok) throw new Error(result.reason);
  await mkdir(join(copy, "deps"), { recursive: true });
  for (const name of ["lib", "deps"]) await rename(join(copy, name), join(into, name));
  await rm(copy, { recursive: true, force: true });
}
