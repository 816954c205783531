import type { FileCache } from "../../assignments/storage/cache.ts";
import { textAt } from "../../assignments/values/case-value.ts";
import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { type Backend, isWasm } from "../tensorflow/detect-backend.ts";

/** Names what is kept by the backend that computed it. */
export type KeyOf = (backend: Backend) => Promise<string>;

/** What was computed, as bytes, and on what. */
export type Kept = { readonly backend: Backend; readonly bytes: Uint8Array };

const mark = "computed on another backend";
const limits = { depth: 4, elements: 10_000, bytes: Number.MAX_SAFE_INTEGER };

/**
 * Reads what is kept for a backend: what it computed, or what another did where this one could not.
 * @param detected The backend that would be loaded.
 */
export async function readKept(
  cache: Pick<FileCache, "read">,
  keyOf: KeyOf,
  detected: Backend,
): Promise<Kept | undefined> {
  const bytes = await cache.read(await keyOf(detected));
  const other = bytes && otherBackend(bytes);
  if (other === undefined) return bytes && { backend: detected, bytes };
  const computed = await cache.read(await keyOf(other));
  return computed && { backend: other, bytes: computed };
}

/**
 * Keeps what was computed under the key of the backend that did it. Where WebAssembly lacks a kernel, which sources and cases decide, it
 * is told under the key of WebAssembly who did it instead; native TensorFlow that does not load may do so tomorrow.
 */
export async function writeKept(
  cache: Pick<FileCache, "write">,
  keyOf: KeyOf,
  detected: Backend,
  { backend, bytes }: Kept,
): Promise<void> {
  await cache.write(await keyOf(backend), bytes);
  if (!isWasm(detected) || isWasm(backend)) return;
  const { note = "", version } = backend;
  const entries = Object.entries({ mark, version, note }).map(
    ([name, value]) => [name, { kind: "string", value }] as const,
  );
  await cache.write(await keyOf(detected), encodeValue({ kind: "record", entries }));
}

function otherBackend(bytes: Uint8Array): Backend | undefined {
  const decoded = decodeValue(bytes, limits);
  if (!decoded.ok) return undefined;
  const [said, version, note] = ["mark", "version", "note"].map((key) => textAt(decoded.value, key));
  if (said !== mark || version === undefined) return undefined;
  return note ? { backend: "cpu", version, note } : { backend: "cpu", version };
}
