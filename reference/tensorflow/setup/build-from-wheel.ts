import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { wheelVersion } from "./build-cache.ts";
import { compileBinding } from "./compile-binding.ts";
import { directorySize } from "./directory-size.ts";
import { downloadWheel } from "./download-wheel.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/** The shared libraries inside the wheel, which the binding is linked to. */
const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];

/** The binding includes the C interface only; these are the headers it reaches. */
const headers = ["tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/"];

const unpackedBytes = 854_000_000;

const unpackScript = `
import sys, zipfile
wheel, target, *starts = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(target, [name for name in archive.namelist() if name.startswith(tuple(starts))])
`;

/**
 * Makes a build from the `tensorflow-cpu` wheel of the Python package index: its shared libraries, and the binding of
 * tfjs-node compiled against its headers. Needs `python3` with pip and `g++`; 274 MB are downloaded and removed again.
 * @param into Empty directory; holds `lib` and `deps` afterwards.
 * @param packageDirectory Directory of the installed tfjs-node package.
 * @throws Error that says which step failed and what it answered.
 */
export async function buildFromWheel(into: string, packageDirectory: string, progress: Progress): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`tensorflow-cpu ${wheelVersion} has no wheel for ${process.platform} ${process.arch}`);
  }
  const compiler = await runCommand("g++", ["--version"], { idleMs: 30_000 });
  if (!compiler.ok) throw new Error(compiler.reason); // Before 274 MB are fetched in vain.

  const wheel = await downloadWheel(join(into, "download"), progress);
  const unpacked = join(into, "unpacked");
  await unpackWheel(wheel, unpacked, progress);
  await rm(join(into, "download"), { recursive: true });

  await mkdir(join(into, "deps", "lib"), { recursive: true });
  for (const library of libraries) {
    await rename(join(unpacked, "tensorflow", library), join(into, "deps", "lib", library));
  }
  await compileBinding(
    { into, packageDirectory, include: join(unpacked, "tensorflow", "include"), libraries },
    progress,
  );
  await rm(unpacked, { recursive: true });
}

async function unpackWheel(wheel: string, target: string, progress: Progress): Promise<void> {
  progress.phase("Unpacking its libraries", 0.15);
  await mkdir(target);
  const starts = [
    ...libraries.map((name) => `tensorflow/${name}`),
    ...headers.map((name) => `tensorflow/include/${name}`),
  ];
  const result = await runCommand("python3", ["-c", unpackScript, wheel, target, ...starts], {
    idleMs: 60_000,
    measure: () => directorySize(target),
    onProgress: (bytes) => progress.advance(bytes / unpackedBytes),
  });
  if (!result.ok) throw new Error(`unpacking the wheel: ${result.reason}`);
}
