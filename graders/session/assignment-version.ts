import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CourseError } from "../../assignments/catalog/course.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { misconceptionSources, misconceptionsFileOf } from "../../reference/misconceptions/misconception-sources.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";

/** Semantic version and a hash of all that decides verdicts: manifest, cases, contract, reference, misconceptions. @throws {CourseError} without a reference. */
export async function assignmentVersion({ id, version }: Manifest, contentHash: string): Promise<string> {
  const reference = referenceFileOf(id);
  if (!existsSync(reference)) {
    const missing = reference.replace(/\.js$/, ".ts");
    throw new CourseError(`Cannot open assignment "${id}": its reference solution is missing; looked for ${missing}`);
  }
  const digest = createHash("sha256")
    .update(contentHash)
    .update(await readFile(reference));
  for (const { name, text } of await misconceptionSources(misconceptionsFileOf(id)))
    digest.update(`${name}\0${text}\0`);
  return `${version}+${digest.digest("hex").slice(0, 12)}`;
}
