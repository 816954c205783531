import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Header } from "tar-stream";
import { ArchiveError } from "./unpack-limits.ts";
import type { UnpackSink } from "./unpack-sink.ts";

/**
 * Unpacks a tar archive.
 * @param options.gzip Whether it is compressed.
 * @throws {ArchiveError} where it is damaged or passes a limit.
 */
export async function unpackTar(archive: string, sink: UnpackSink, options: { readonly gzip: boolean }): Promise<void> {
  const { extract } = await import("tar-stream");
  const entries = extract();
  // Entries that are not kept cost time too, so all bytes are counted before anything else.
  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      try {
        sink.countBytes(chunk.byteLength);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const source = createReadStream(archive);
  const flow = options.gzip
    ? pipeline(source, createGunzip(), counter, entries as unknown as NodeJS.WritableStream)
    : pipeline(source, counter, entries as unknown as NodeJS.WritableStream);
  // The first error of either side is the cause; the other side only complains about it.
  const flowed = flow.then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const entry of entries) {
      sink.countListed(1);
      const { name, type, mtime } = entry.header;
      const refused = whyRefused(type);
      if (refused !== undefined) sink.refuse(name, refused);
      else if (type === "directory" || name.endsWith("/")) await sink.makeFolder(name);
      else await sink.writeFile({ name, bytes: keptOpen(entry as unknown as AsyncIterable<Uint8Array>), time: mtime });
      entry.resume();
    }
    const error = await flowed;
    if (error !== undefined) throw error;
  } catch (error) {
    entries.destroy();
    throw asArchiveError((await flowed) ?? error, error);
  }
}

/** Bytes of an entry. Leaving a stream's own iterator early destroys it, and with it the archive's reader. */
async function* keptOpen(entry: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = entry[Symbol.asyncIterator]();
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

function whyRefused(type: Header["type"] | null): string | undefined {
  switch (type) {
    case "file":
    case "contiguous-file":
    case "directory":
      return undefined;
    case "symlink":
      return "it is a symbolic link";
    case "link":
      return "it is a hard link";
    case "block-device":
    case "character-device":
    case "fifo":
      return "it is neither a file nor a folder";
    case null:
      return "its kind is not supported";
    default:
      return type satisfies never;
  }
}

/** An error of the disk stays as it is; any other is about the archive. */
function asArchiveError(first: unknown, thrown: unknown): unknown {
  for (const error of [thrown, first]) if (error instanceof ArchiveError) return error;
  for (const error of [thrown, first]) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) return error;
  }
  return new ArchiveError("it is damaged or incomplete; download or pack it again", { cause: thrown });
}
