import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { wheelVersion } from "./build-cache.ts";
import { directorySize } from "./directory-size.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

const wheelBytes = 274_000_000;

/** So much has arrived of the wheel itself, and not only of what an index says of it. */
const firstBytes = 1_000_000;

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
