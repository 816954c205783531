import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { type OracleRequest, oracleKey } from "../oracle/oracle-key.ts";
import type { Backend } from "../tensorflow/detect-backend.ts";
import type { NamedSource } from "./misconception-sources.ts";

/** Raise it when the bytes in the cache change their meaning. */
const cacheFormat = 2;

/** Our own sources that decide what a variant does and what its outcome is read as, beside its own and the oracle's. */
const machinery = ["./run-variant"];

/**
 * Names the outcomes of one exercise's misconceptions by everything they follow from.
 * @param request Its `referenceFile` is the misconceptions file, its cases are those of the exercise.
 * @param sources All sources of the misconceptions.
 * @returns SHA-256, hexadecimal.
 */
export async function misconceptionsKey(
  request: OracleRequest,
  sources: readonly NamedSource[],
  backend: Pick<Backend, "backend" | "version">,
): Promise<string> {
  const hash = createHash("sha256");
  const add = (part: string): void => {
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  add(`misconceptions, format ${cacheFormat}`);
  add(await oracleKey(request, backend));
  for (const name of machinery) {
    const file = fileURLToPath(new URL(`${name}${extname(import.meta.url)}`, import.meta.url));
    add((await readFile(file, "utf8")).replaceAll("\r\n", "\n"));
  }
  for (const { name, text } of sources) {
    add(name);
    add(text);
  }
  return hash.digest("hex");
}
