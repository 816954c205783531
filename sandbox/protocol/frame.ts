/** A message between host and worker: a small JSON header and, after it, binary parts. */
export type Frame = { readonly header: Readonly<Record<string, unknown>>; readonly parts: readonly Uint8Array[] };

/** Largest frame that is accepted, bytes: the largest reply of a guest and its header. */
const frameLimitBytes = 48_000_000;

const headerLimitBytes = 1_000_000;
const mostParts = 10_000;

/**
 * The bytes of a frame: uint32 length of the rest, uint32 length of the header, header as UTF-8 JSON with the lengths of
 * the parts under `parts`, the parts. Little-endian.
 */
export function encodeFrame(header: Readonly<Record<string, unknown>>, parts: readonly Uint8Array[] = []): Buffer {
  const text = Buffer.from(JSON.stringify({ ...header, parts: parts.map((part) => part.length) }), "utf8");
  const lengths = Buffer.alloc(8);
  const total = parts.reduce((sum, part) => sum + part.length, 4 + text.length);
  lengths.writeUInt32LE(total, 0);
  lengths.writeUInt32LE(text.length, 4);
  return Buffer.concat([lengths, text, ...parts]);
}

/** What came of a chunk: whole frames, or the news that the other side does not keep to the format. */
export type Received = { readonly ok: true; readonly frames: readonly Frame[] } | { readonly ok: false };

/** Puts chunks of a stream together to frames. The bytes are untrusted; nothing here throws on them. */
export class FrameReader {
  readonly #limitBytes: number;
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(limitBytes: number = frameLimitBytes) {
    this.#limitBytes = limitBytes;
  }

  /** Takes the next chunk. After a refusal the stream has no meaning any more. */
  push(chunk: Buffer): Received {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const frames: Frame[] = [];
    for (;;) {
      if (this.#length < 4) return { ok: true, frames };
      const total = this.#peek(4).readUInt32LE(0);
      if (total < 4 || total > this.#limitBytes) return { ok: false };
      if (this.#length < 4 + total) return { ok: true, frames };
      const frame = parseFrame(this.#take(4 + total).subarray(4));
      if (frame === undefined) return { ok: false };
      frames.push(frame);
    }
  }

  #peek(count: number): Buffer {
    const first = this.#chunks[0];
    if (first !== undefined && first.length >= count) return first;
    return this.#joined();
  }

  #take(count: number): Buffer {
    const all = this.#joined();
    this.#chunks = all.length > count ? [all.subarray(count)] : [];
    this.#length -= count;
    return all.subarray(0, count);
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    if (this.#chunks.length === 1 && only !== undefined) return only;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }
}

function parseFrame(bytes: Buffer): Frame | undefined {
  const headerLength = bytes.readUInt32LE(0);
  if (headerLength > headerLimitBytes || headerLength > bytes.length - 4) return undefined;
  try {
    const header: unknown = JSON.parse(bytes.toString("utf8", 4, 4 + headerLength));
    if (typeof header !== "object" || header === null) return undefined;
    const parts = splitParts(bytes.subarray(4 + headerLength), (header as { parts?: unknown }).parts);
    return parts === undefined ? undefined : { header: header as Record<string, unknown>, parts };
  } catch {
    return undefined;
  }
}

function splitParts(bytes: Buffer, lengths: unknown): Uint8Array[] | undefined {
  if (!Array.isArray(lengths) || lengths.length > mostParts) return undefined;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths as unknown[]) {
    if (typeof length !== "number" || !Number.isInteger(length) || length < 0 || at + length > bytes.length)
      return undefined;
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length ? parts : undefined;
}
