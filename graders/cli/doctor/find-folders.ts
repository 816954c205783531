import { readdirSync, statSync } from "node:fs";
import { access, constants, mkdir, readdir, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { type Finding, finding } from "./finding.ts";

/** Below this a class may not fit, nor the libraries of TensorFlow. */
const leastFreeBytes = 2e9;

/** Where gradecheck keeps things on this machine: whether it may, and whether they fit. */
export async function findFolders(): Promise<Finding[]> {
  const cache = userDirectory("cache", process.env);
  // Without it there is nothing to measure.
  const found = await findCache(cache);
  return [found, await findSecret(), await findSpace("cache", cache), await findSpace("temporary files", tmpdir())];
}

async function findCache(folder: string): Promise<Finding> {
  const isWritable = await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const sizes = names.map((name) => `${name} ${inWords(sizeOf(join(folder, name)))}`);
  const content = sizes.length === 0 ? "empty" : sizes.sort().join(", ");
  return finding("cache", isWritable, `${folder}: ${content}`, {
    detail: `${folder} cannot be written: everything is computed anew each time`,
    mend: "make it writable, or set XDG_CACHE_HOME to a folder that is",
  });
}

/** Bytes of all files in a folder, links not followed; what vanishes meanwhile does not count. Nobody waits for anything else meanwhile. */
function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

const inWords = (bytes: number): string =>
  bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

/** Looks only: whoever asks for a diagnosis wants no secret made. */
async function findSecret(): Promise<Finding> {
  const what = "secret of hidden cases";
  const fromEnvironment = process.env["GRADECHECK_SECRET"];
  if (fromEnvironment !== undefined) {
    return finding(what, fromEnvironment.trim() !== "", "GRADECHECK_SECRET", {
      state: "missing",
      detail: "GRADECHECK_SECRET is empty",
      mend: "set it to a text, or unset it",
    });
  }
  const file = join(userDirectory("config", process.env), "secret");
  const facts = await stat(file).catch(() => undefined);
  if (facts === undefined) return { what, state: "ok", detail: `none yet: made at first use in ${file}` };
  const mode = facts.mode & 0o777;
  const isPrivate = process.platform === "win32" || (mode & 0o077) === 0;
  return finding(what, isPrivate, `${file}, for its owner only`, {
    state: "missing",
    detail: `${file} has mode ${mode.toString(8)}: others may read it`,
    mend: `run chmod 600 '${file}'`,
  });
}

async function findSpace(of: string, folder: string): Promise<Finding> {
  const what = `disk space: ${of}`;
  const facts = await statfs(folder).catch(() => undefined);
  if (facts === undefined) return { what, state: "weaker", detail: `unknown in ${folder}`, mend: `make ${folder}` };
  const free = facts.bavail * facts.bsize;
  const mend = `free ${inWords(leastFreeBytes)}, or use a folder elsewhere`;
  return finding(what, free >= leastFreeBytes, `${inWords(free)} free in ${folder}`, { mend });
}
