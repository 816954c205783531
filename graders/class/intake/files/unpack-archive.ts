import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { isMachineFailure } from "../../../../assignments/storage/machine-failure.ts";
import { ArchiveError, type UnpackLimits } from "./unpack-limits.ts";
import { type Refusal, UnpackSink } from "./unpack-sink.ts";
import { unpackTar } from "./unpack-tar.ts";
import { unpackZip } from "./unpack-zip.ts";

/**
 * Unpacks a .zip, .tar, .tar.gz or .tgz archive, recognised by its first bytes. Files get the times of their entries.
 * No link is made and nothing is written outside the folder, whatever the archive contains.
 * @param folder Empty, and used for this archive only.
 * @returns The entries that were left out.
 * @throws {ArchiveError} where it cannot be unpacked: empty, encrypted, damaged, not an archive, beyond a limit.
 * @throws the system's error where the folder cannot be written.
 */
export async function unpackArchive(
  archive: string,
  folder: string,
  limits: UnpackLimits,
): Promise<readonly Refusal[]> {
  const { kind, size } = await look(archive);
  const sink = new UnpackSink(folder, limits, size);
  switch (kind) {
    case "zip":
      await unpackZip(archive, sink);
      break;
    case "gzip":
      await unpackTar(archive, sink, { gzip: true });
      break;
    case "tar":
      await unpackTar(archive, sink, { gzip: false });
      break;
    default:
      kind satisfies never;
  }
  return sink.refusals;
}

// Opening a FIFO would wait for a writer forever.
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function look(archive: string): Promise<{ readonly kind: "zip" | "gzip" | "tar"; readonly size: number }> {
  const handle = await open(archive, readWithoutWaiting).catch((error: NodeJS.ErrnoException) => {
    if (isMachineFailure(error)) throw error;
    throw new ArchiveError(`it cannot be read (${error.code ?? error.message})`);
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new ArchiveError("it is not a file");
    const { size } = found;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    if (bytesRead === 0) throw new ArchiveError("it is empty");
    const start = buffer.subarray(0, 4).toString("latin1");
    if (start.startsWith("PK")) return { kind: "zip", size };
    if (start.startsWith("\x1f\x8b")) return { kind: "gzip", size };
    // Old tar has no signature, only a name at the start and zeros or "ustar" after the checksum.
    if (bytesRead === 512 && /^(ustar|\0{5})/.test(buffer.subarray(257, 262).toString("latin1"))) {
      return { kind: "tar", size };
    }
    throw new ArchiveError("it is not a zip or tar archive, despite its name");
  } finally {
    await handle.close();
  }
}
