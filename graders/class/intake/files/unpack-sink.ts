import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { knownTime } from "../../attempts/read-instant.ts";
import { isIgnored } from "./file-kind.ts";
import { ArchiveError, entryPath, type UnpackLimits } from "./unpack-limits.ts";

/** An entry that was left out, with a clause that says why. */
export type Refusal = { readonly path: string; readonly reason: string };

/** A file of an archive. */
export type ArchivedFile = {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly time?: Date | undefined;
  /** Checksum of the bytes, where the archive has one. */
  readonly crc32?: number;
};

const mostRefusals = 20;
/** Error codes of a file system for a name that it cannot store or has already. */
const nameTrouble: Readonly<Record<string, string>> = {
  EEXIST: "the archive has another entry with this name",
  EISDIR: "the archive has a folder with this name",
  ENOTDIR: "the archive has a file in place of its folder",
  ENAMETOOLONG: "its name is too long",
  EINVAL: "its name cannot be used here",
  EILSEQ: "its name cannot be used here",
  ENOENT: "its name cannot be used here",
};

/** Writes the entries of one archive to a folder, and counts what they cost. */
export class UnpackSink {
  readonly #folder: string;
  readonly #limits: UnpackLimits;
  readonly #archiveBytes: number;
  readonly #refusals: Refusal[] = [];
  readonly #folders = new Set<string>();
  #refused = 0;
  #entries = 0;
  #listed = 0;
  #bytes = 0;

  /** @param folder Empty; nothing outside of it is ever written. */
  constructor(folder: string, limits: UnpackLimits, archiveBytes: number) {
    this.#folder = folder;
    this.#limits = limits;
    this.#archiveBytes = archiveBytes;
  }

  /** The entries left out so far; of very many, the first ones and how many more. */
  get refusals(): readonly Refusal[] {
    const more = this.#refused - this.#refusals.length;
    return more === 0 ? this.#refusals : [...this.#refusals, { path: "", reason: `and ${more} more entries` }];
  }

  refuse(path: string, reason: string): void {
    this.#refused++;
    if (this.#refusals.length < mostRefusals) this.#refusals.push({ path, reason });
  }

  /**
   * Counts listed entries, kept or not.
   * @throws {ArchiveError} where there are too many.
   */
  countListed(entries: number): void {
    this.#listed += entries;
    if (this.#listed > this.#limits.listed) throw tooMany(this.#limits.listed);
  }

  /**
   * Counts unpacked bytes, written or not.
   * @throws {ArchiveError} where there are too many.
   */
  countBytes(bytes: number): void {
    this.#bytes += bytes;
    const { totalBytes, ratio, ratioFromBytes } = this.#limits;
    if (this.#bytes > totalBytes) throw new ArchiveError(`it unpacks to more than ${totalBytes} bytes`);
    if (this.#bytes > ratioFromBytes && this.#bytes > ratio * this.#archiveBytes) {
      throw new ArchiveError(`it unpacks to more than ${ratio} times its size, as malicious archives do`);
    }
  }

  /** Makes a folder of the archive. */
  async makeFolder(name: string): Promise<void> {
    const path = this.#place(name);
    if (path === undefined) return;
    await this.#guard(name, () => mkdir(path, { recursive: true, mode: 0o700 }));
  }

  /**
   * Writes a file of the archive, with its time. Ignored files are not even read.
   * @throws {ArchiveError} where a limit of the whole archive is exceeded.
   * @throws what reading its bytes throws.
   */
  async writeFile(file: ArchivedFile): Promise<void> {
    const path = this.#place(file.name);
    if (path === undefined) return;
    const handle = await this.#guard(file.name, async () => {
      const parent = dirname(path);
      if (!this.#folders.has(parent)) await mkdir(parent, { recursive: true, mode: 0o700 });
      this.#folders.add(parent);
      return open(path, "wx", 0o600);
    });
    if (handle === undefined) return;
    let trouble: string | undefined = "it is damaged";
    try {
      trouble = await this.#copy(file, (chunk) => handle.writeFile(chunk));
      // Otherwise a file with an unknown time would seem to be handed in just now.
      const time = knownTime(file.time) ?? new Date(0);
      await handle.utimes(time, time);
    } finally {
      await handle.close();
      if (trouble !== undefined) await rm(path, { force: true });
    }
    if (trouble !== undefined) this.refuse(file.name, trouble);
  }

  /** @returns Why the file cannot be kept, or undefined. */
  async #copy(file: ArchivedFile, write: (chunk: Uint8Array) => Promise<void>): Promise<string | undefined> {
    let size = 0;
    let checksum = 0;
    for await (const chunk of file.bytes) {
      size += chunk.byteLength;
      if (size > this.#limits.fileBytes) return `it is larger than ${this.#limits.fileBytes} bytes`;
      checksum = crc32(chunk, checksum);
      await write(chunk);
    }
    return file.crc32 !== undefined && file.crc32 !== checksum ? "it is damaged" : undefined;
  }

  /**
   * @returns The path to write to, or undefined where the entry is refused or ignored.
   * @throws {ArchiveError} where too many are kept.
   */
  #place(name: string): string | undefined {
    const place = entryPath(name, this.#limits);
    if ("refused" in place) {
      this.refuse(name, place.refused);
      return undefined;
    }
    if (place.segments.length === 0 || place.segments.some(isIgnored)) return undefined;
    if (++this.#entries > this.#limits.entries) throw tooMany(this.#limits.entries);
    return join(this.#folder, ...place.segments);
  }

  async #guard<T>(name: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      const trouble = nameTrouble[(error as NodeJS.ErrnoException).code ?? ""];
      if (trouble === undefined) throw error;
      this.refuse(name, trouble);
      return undefined;
    }
  }
}

const tooMany = (most: number): ArchiveError => new ArchiveError(`it has more than ${most} files and folders`);
