import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { wheelVersion } from "./build-cache.ts";
import { compileBinding } from "./native-binding.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/** The shared libraries inside the wheel, which the binding is linked to. */
const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];

/** The binding includes the C interface only; these are the headers it reaches. */
const headers = ["tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/"];

const wheelBytes = 274_000_000;
const unpackedBytes = 854_000_000;

/** So much has arrived of the wheel itself, and not only of what an index says of it. */
const firstBytes = 1_000_000;

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

/**
 * Downloads the `tensorflow-cpu` wheel for Linux on x64 with pip, from whichever index pip is configured for.
 * @param directory Where to put it; made if missing.
 * @returns Path of the wheel.
 * @throws Error that says what pip answered.
 */
export async function downloadWheel(directory: string, progress: Progress): Promise<string> {
  progress.phase(`Asking pip for tensorflow-cpu ${wheelVersion}`, 0.02);
  let arrives = false;
  const partial = join(directory, "partial");
  await mkdir(partial, { recursive: true });
  // The platform is spelled out because the Python at hand may be one that the wheel is not made for.
  const platform = ["--python-version", "3.11", "--only-binary=:all:", "--platform", "manylinux_2_27_x86_64"];
  const args = ["-m", "pip", "download", "--no-deps", "--no-cache-dir", "--no-input", "--progress-bar", "off"];
  const result = await runCommand(
    "python3",
    [...args, `tensorflow-cpu==${wheelVersion}`, ...platform, "-d", directory],
    {
      env: { ...process.env, TMPDIR: partial },
      idleMs: 180_000,
      measure: () => directorySize(directory),
      onProgress: (bytes) => {
        if (bytes < firstBytes) return;
        if (!arrives) progress.phase(`Downloading tensorflow-cpu ${wheelVersion} (274 MB)`, 0.48);
        arrives = true;
        progress.advance(bytes / wheelBytes);
      },
    },
  );
  if (!result.ok) throw new Error(`python3 -m pip download: ${result.reason}`);
  const wheel = (await readdir(directory)).find((name) => name.endsWith(".whl"));
  if (wheel === undefined) throw new Error("python3 -m pip download: ended well but left no wheel");
  return join(directory, wheel);
}

/**
 * Bytes of all files in a directory that is being written to; files that vanish meanwhile do not count.
 * @throws Error where the directory itself cannot be read.
 */
async function directorySize(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (facts) => facts.size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
