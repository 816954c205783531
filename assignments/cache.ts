import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pruneFolder } from "./prune-folder.ts";

const digestBytes = 32;

/** What the files of one cache may take together, bytes; the oldest go first. */
const limitBytes = 1_000_000_000;

const pruned = new Set<string>();

/** Files named by a hash of what they were made from. Nothing but time is lost when they disappear. */
export type FileCache = {
  readonly directory: string;
  /**
   * Where the bytes of a key are kept: 32 bytes of SHA-256, then the payload, see {@link unsealCached}.
   * @throws TypeError where the key is not hexadecimal.
   */
  fileFor(key: string): string;
  /** The bytes written under a key; undefined where there are none or they are damaged. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Keeps bytes under a key. False where the folder cannot be written: the run goes on without. */
  write(key: string, bytes: Uint8Array): Promise<boolean>;
};

/**
 * A content-addressed cache in a folder that several runs may use at once. Nothing is read or made before it is needed.
 * @param name Subfolder, lower-case letters, digits and hyphens.
 * @param directory Folder of all caches, as {@link userDirectory} gives it.
 * @throws TypeError where the name has other characters.
 */
export function openCache(name: string, directory: string): FileCache {
  if (!/^[a-z0-9-]+$/.test(name)) {
    throw new TypeError(`Cannot open a cache: name is "${name}", must be of lower-case letters, digits and hyphens`);
  }
  const folder = join(directory, name);
  const fileFor = (key: string) => {
    if (!/^[0-9a-f]+$/.test(key)) throw new TypeError(`Cannot use a cache: key is "${key}", must be hexadecimal`);
    return join(folder, key);
  };
  return {
    directory: folder,
    fileFor,
    read: async (key) => readSealed(fileFor(key)),
    write: async (key, bytes) => {
      const written = await writeSealed(folder, fileFor(key), bytes);
      // Once per run: what changed sources and seeds have left behind would otherwise stay for ever.
      if (written && !pruned.has(folder)) {
        pruned.add(folder);
        await pruneFolder(folder, limitBytes);
      }
      return written;
    },
  };
}

/**
 * The payload of a cache file's bytes, as a view on them.
 * @returns undefined where the SHA-256 at its start does not fit the rest.
 */
export function unsealCached(sealed: Uint8Array): Uint8Array | undefined {
  const payload = sealed.subarray(digestBytes);
  const fits = createHash("sha256").update(payload).digest().equals(sealed.subarray(0, digestBytes));
  return fits ? payload : undefined;
}

async function readSealed(file: string): Promise<Uint8Array | undefined> {
  let sealed: Uint8Array;
  try {
    sealed = await readFile(file);
  } catch {
    return undefined;
  }
  const payload = unsealCached(sealed);
  // A damaged file that cannot be deleted is found damaged again next time; no reason to stop.
  if (payload === undefined) await rm(file, { force: true }).catch(() => undefined);
  return payload;
}

async function writeSealed(folder: string, file: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(createHash("sha256").update(bytes).digest());
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    return true;
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return false;
  }
}
