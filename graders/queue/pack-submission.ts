import { createHash } from "node:crypto";
import type { SubmissionEntry, SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { compress, decompress } from "./compress.ts";

/** Largest submission that is unpacked, bytes: more than intake lets in, written as text. */
const mostBytes = 64_000_000;

/** A submission on its way through a database. */
export type PackedSubmission = {
  /** SHA-256 of what is packed, hexadecimal: the same submission has the same. */
  readonly sha256: string;
  readonly body: Buffer;
};

type PackedEntry = {
  readonly path: string;
  readonly bytes?: string;
  readonly target?: string;
  readonly unread?: string;
};
type Packed = {
  readonly name: string;
  readonly bytes?: string;
  readonly unread?: string;
  readonly entries?: readonly PackedEntry[];
};

/** Packs names and bytes; nothing else of a submission decides its report. */
export async function packSubmission(files: SubmissionFiles): Promise<PackedSubmission> {
  const text = Buffer.from(JSON.stringify(toPacked(files)));
  return { sha256: hashOf(text), body: await compress(text) };
}

/**
 * Unpacks a submission.
 * @throws {RangeError} where it is not what its hash says.
 */
export async function unpackSubmission({ sha256, body }: PackedSubmission): Promise<SubmissionFiles> {
  const text = await decompress(body, mostBytes).catch((cause: unknown) => {
    throw new RangeError(`Cannot unpack submission ${sha256}: what is stored is damaged`, { cause });
  });
  if (hashOf(text) !== sha256)
    throw new RangeError(`Cannot unpack submission ${sha256}: what is stored is another one`);
  return fromPacked(JSON.parse(text.toString("utf8")) as Packed);
}

const hashOf = (text: Uint8Array): string => createHash("sha256").update(text).digest("hex");

function toPacked(files: SubmissionFiles): Packed {
  const { name } = files;
  if ("unread" in files) return { name, unread: files.unread };
  if ("bytes" in files) return { name, bytes: toBase64(files.bytes) };
  return {
    name,
    entries: files.entries.map((one) => ("bytes" in one ? { path: one.path, bytes: toBase64(one.bytes) } : one)),
  };
}

function fromPacked({ name, bytes, unread, entries }: Packed): SubmissionFiles {
  if (unread !== undefined) return { name, unread };
  if (bytes !== undefined) return { name, bytes: fromBase64(bytes) };
  return { name, entries: (entries ?? []).map(fromPackedEntry) };
}

function fromPackedEntry({ path, bytes, target, unread }: PackedEntry): SubmissionEntry {
  if (bytes !== undefined) return { path, bytes: fromBase64(bytes) };
  return target === undefined ? { path, unread: unread ?? "" } : { path, target };
}

const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

// A view of a buffer of its own: what is read from a disk is one, too.
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
