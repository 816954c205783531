import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { writeWhole } from "./write-whole.ts";

const digestBytes = 32;

/** What the files of one cache may take together, bytes; the oldest go first. */
const limitBytes = 1_000_000_000;

const pruned = new Set<string>();

/** Files named by a hash of what they were made from. Nothing but time is lost when they disappear. */
export type FileCache = {
  readonly directory: string;
  /**
   * Where the bytes of a key are kept: 32 bytes that seal them, then the payload.
   * @throws TypeError where the key is not hexadecimal.
   */
  fileFor(key: string): string;
  /** The bytes written under a key; undefined where there are none, or none that can be believed. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Keeps bytes under a key. False where the folder cannot be written: the run goes on without. */
  write(key: string, bytes: Uint8Array): Promise<boolean>;
};

/** Who may have written what is believed. */
export type CacheTrust = {
  /**
   * Whoever has this key, see `authenticationKey`: files are sealed by HMAC-SHA-256 and have names of their own for each key. Without it
   * they are sealed by SHA-256, which finds damage and no forgery: nothing that decides a mark is read like that.
   */
  readonly key?: Uint8Array | undefined;
  /** Called for a file under the key that is not as it was written. */
  readonly onDisbelieved?: ((file: string) => void) | undefined;
};

/**
 * A content-addressed cache in a folder that several runs may use at once. Nothing is read or made before it is needed.
 * @param name Subfolder, lower-case letters, digits and hyphens.
 * @param directory Folder of all caches, as {@link userDirectory} gives it.
 * @throws TypeError where the name has other characters.
 */
export function openCache(name: string, directory: string, trust: CacheTrust = {}): FileCache {
  if (!/^[a-z0-9-]+$/.test(name)) {
    throw new TypeError(`Cannot open a cache: name is "${name}", must be of lower-case letters, digits and hyphens`);
  }
  const folder = join(directory, name);
  const suffix = trust.key === undefined ? "" : `-${createHash("sha256").update(trust.key).digest("hex").slice(0, 16)}`;
  const fileFor = (key: string) => {
    if (!/^[0-9a-f]+$/.test(key)) throw new TypeError(`Cannot use a cache: key is "${key}", must be hexadecimal`);
    return join(folder, key + suffix);
  };
  // What a file is of is a part of its seal: one that is copied over another is none.
  const sealOf = (file: string) => (payload: Uint8Array) => sealed(trust.key, `${name}/${basename(file)}`, payload);
  return {
    directory: folder,
    fileFor,
    read: (key) => readSealed(fileFor(key), sealOf(fileFor(key)), trust),
    write: async (key, bytes) => {
      const written = await writeSealed(folder, fileFor(key), sealOf(fileFor(key)), bytes);
      // Once per run: what changed sources and seeds have left behind would otherwise stay for ever.
      if (written && !pruned.has(folder)) {
        pruned.add(folder);
        await pruneFolder(folder, limitBytes);
      }
      return written;
    },
  };
}

type Seal = (payload: Uint8Array) => Uint8Array;

function sealed(key: Uint8Array | undefined, what: string, payload: Uint8Array): Uint8Array {
  const digest = key === undefined ? createHash("sha256") : createHmac("sha256", key).update(`${what}\0`);
  return digest.update(payload).digest();
}

async function readSealed(
  file: string,
  seal: Seal,
  { key, onDisbelieved }: CacheTrust,
): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return undefined;
  }
  const payload = bytes.subarray(digestBytes);
  const found = bytes.subarray(0, digestBytes);
  if (found.length === digestBytes && timingSafeEqual(found, seal(payload))) return payload;
  if (key !== undefined) onDisbelieved?.(file);
  // A damaged file that cannot be deleted is found damaged again next time; no reason to stop.
  await rm(file, { force: true }).catch(() => undefined);
  return undefined;
}

async function writeSealed(folder: string, file: string, seal: Seal, bytes: Uint8Array): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // What a power cut had damaged would be taken for forged.
    await writeWhole(file, [seal(bytes), bytes], { durable: true, mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Deletes the oldest files of a folder until the rest fits. Files that disappear meanwhile, or cannot be deleted, are
 * passed over: another run may be doing the same. What is being written (`.tmp`) is left alone for an hour.
 * @param limitBytes Size that all its files together may have.
 */
export async function pruneFolder(folder: string, limitBytes: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => describe(join(folder, name))));
  const newestFirst = found.filter((file) => file !== undefined).sort((a, b) => b.changedMs - a.changedMs);
  let total = 0;
  for (const { path, bytes } of newestFirst) {
    total += bytes;
    if (total > limitBytes) await rm(path, { force: true }).catch(() => undefined);
  }
}

const abandonedMs = 60 * 60 * 1000;

type Found = { readonly path: string; readonly bytes: number; readonly changedMs: number };

async function describe(path: string): Promise<Found | undefined> {
  const found = await stat(path).catch(() => undefined);
  // Somebody is writing it, or was ended while doing so.
  if (path.endsWith(".tmp") && found !== undefined && Date.now() - found.mtimeMs < abandonedMs) return undefined;
  return found?.isFile() ? { path, bytes: found.size, changedMs: found.mtimeMs } : undefined;
}
