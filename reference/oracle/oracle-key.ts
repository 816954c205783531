import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "../../assignments/catalog/case.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Backend } from "../tensorflow/detect-backend.ts";
import { alternativesFileOf } from "./alternatives.ts";

/** Raise it when the bytes in the cache change their meaning. */
const cacheFormat = 2;

/** Our own sources that decide how a reference is called and what its result is read as. */
const machinery = [
  "./compute-expected",
  "./run-reference",
  "./to-tensors",
  "./from-tensors",
  "./expected-codec",
  "../../assignments/values/value-format",
];

/** What expected values follow from, besides the backend. */
export type OracleRequest = {
  /** Absolute path of the reference solution, which is one file; its alternatives are another beside it. */
  readonly referenceFile: string;
  /** The assignment's content hash. */
  readonly contentHash: string;
  readonly seed: number;
  readonly cases: readonly Case[];
};

/**
 * Names expected values by everything they follow from: the sources of the reference and its alternatives, the inputs of all cases, the seed, the
 * assignment, the backend and its versions. Line endings do not count.
 * @returns SHA-256, hexadecimal.
 */
export async function oracleKey(
  request: OracleRequest,
  { backend, version }: Pick<Backend, "backend" | "version">,
): Promise<string> {
  const hash = createHash("sha256");
  // Each part after its length: no two different lists of parts give the same bytes.
  const add = (part: string | Uint8Array): void => {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length}:`).update(bytes);
  };
  for (const part of [`format ${cacheFormat}`, request.contentHash, `${request.seed}`, backend, version]) add(part);
  const own = machinery.map((name) => fileURLToPath(new URL(`${name}${extname(import.meta.url)}`, import.meta.url)));
  const alternatives = alternativesFileOf(request.referenceFile);
  add(alternatives === undefined ? "no alternatives" : "alternatives");
  for (const file of [request.referenceFile, ...(alternatives === undefined ? [] : [alternatives]), ...own])
    add((await readFile(file, "utf8")).replaceAll("\r\n", "\n"));
  for (const { exercise, id, args } of request.cases) {
    add(exercise);
    add(id);
    add(encodeValue({ kind: "list", items: args }));
  }
  return hash.digest("hex");
}
