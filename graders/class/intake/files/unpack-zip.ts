import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Entry } from "yauzl";
import { isMachineFailure } from "../../../../assignments/storage/machine-failure.ts";
import { ArchiveError } from "./unpack-limits.ts";
import type { UnpackSink } from "./unpack-sink.ts";

const unixSystem = 3;
const typeBits = 0o170000;
const regularFile = 0o100000;
const folderType = 0o040000;
const symbolicLink = 0o120000;
const utf8Flag = 0x800;
const mostInMemory = 64 * 2 ** 20;
const unicodePathField = 0x7075;

/**
 * Unpacks a zip archive.
 * @throws {ArchiveError} where it is encrypted, damaged, or passes a limit.
 */
export async function unpackZip(archive: string, sink: UnpackSink): Promise<void> {
  const { fromBufferPromise, getFileNameLowLevel, openPromise } = await import("yauzl");
  // Names are decoded and checked here, so that one bad name costs one entry and not the archive.
  const options = { decodeStrings: false, autoClose: false };
  const { size } = await stat(archive);
  // An entry takes two reads of the file, which are slower than the rest of it.
  const opened =
    size > mostInMemory ? openPromise(archive, options) : fromBufferPromise(await readFile(archive), options);
  const zip = await opened.catch(asDamaged);
  try {
    // The size that the archive states; the library reads no more than that.
    sink.countListed(zip.entryCount);
    for await (const entry of readable(zip.eachEntry())) {
      const name = isPlainUtf8(entry)
        ? entry.fileNameRaw.toString("utf8")
        : getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      const refused = whyRefused(entry);
      if (refused !== undefined) sink.refuse(name, refused);
      else if (name.endsWith("/")) await sink.makeFolder(name);
      else await unpackFile(entry, name, () => zip.openReadStreamPromise(entry), sink);
    }
  } finally {
    zip.close();
  }
}

async function unpackFile(entry: Entry, name: string, open: () => Promise<Readable>, sink: UnpackSink): Promise<void> {
  try {
    const bytes = counted(open, sink);
    await sink.writeFile({ name, bytes, time: entry.getLastModDate(), crc32: entry.crc32 });
  } catch (error) {
    // An error of the system (a full disk) ends it; any other is about this entry alone.
    if (error instanceof ArchiveError || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    sink.refuse(name, "it is damaged");
  }
}

/** Opened on the first read: an error event of a stream that has no listener yet would end the process. */
async function* counted(open: () => Promise<Readable>, sink: UnpackSink): AsyncGenerator<Uint8Array> {
  const stream = await open();
  for await (const chunk of stream) {
    sink.countBytes(chunk.byteLength);
    yield chunk;
  }
}

/**
 * Some programs write UTF-8 without declaring it; bytes that are not UTF-8 are the old code page 437, as the format
 * says.
 */
function isPlainUtf8(entry: Entry): boolean {
  const isMarked = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  return !isMarked && isUtf8(entry.fileNameRaw) && !entry.extraFields.some((field) => field.id === unicodePathField);
}

function whyRefused(entry: Entry): string | undefined {
  if (entry.isEncrypted()) throw new ArchiveError("it is encrypted; unpack it with its password first");
  if (entry.versionMadeBy >>> 8 === unixSystem) {
    const type = (entry.externalFileAttributes >>> 16) & typeBits;
    if (type === symbolicLink) return "it is a symbolic link";
    if (type !== 0 && type !== regularFile && type !== folderType) return "it is neither a file nor a folder";
  }
  return entry.canDecodeFileData() ? undefined : "its compression is not supported";
}

/** Entries; errors that the library finds in the archive become ours. */
async function* readable(entries: AsyncIterableIterator<Entry>): AsyncGenerator<Entry> {
  for (;;) {
    const next = await entries.next().catch(asDamaged);
    if (next.done === true) return;
    yield next.value;
  }
}

function asDamaged(error: Error): never {
  if (isMachineFailure(error)) throw error;
  throw new ArchiveError(
    /encrypt/i.test(error.message)
      ? "it is encrypted; unpack it with its password first"
      : "it is damaged or incomplete; download or pack it again",
    { cause: error },
  );
}
