import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Manifest } from "../assignments/catalog/manifest.ts";
import { misconceptionSources, misconceptionsFileOf } from "../reference/misconceptions/misconception-sources.ts";
import { referenceFileOf } from "../reference/oracle/oracle.ts";

/** Semantic version and a hash of all that decides verdicts: manifest, cases, contract, reference, misconceptions. */
export async function assignmentVersion({ id, version }: Manifest, contentHash: string): Promise<string> {
  const digest = createHash("sha256")
    .update(contentHash)
    .update(await readFile(referenceFileOf(id)));
  for (const { name, text } of await misconceptionSources(misconceptionsFileOf(id)))
    digest.update(`${name}\0${text}\0`);
  return `${version}+${digest.digest("hex").slice(0, 12)}`;
}
