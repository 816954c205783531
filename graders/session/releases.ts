import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { writeWhole } from "../../assignments/storage/write-whole.ts";
import { phraseOtherKit } from "../../reports/phrasing/phrase-manifest-change.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { compareManifests } from "./compare-manifests.ts";

/** Where a course keeps what it has asked in a version that students were given. */
const releaseFile = (id: string, version: string): string => join(referenceFolder(id), "releases", `${version}.json`);

/**
 * Keeps what is asked in a version that students are given, so that a report can tell later what has changed since.
 * @param version Of the assignment, as reports have it.
 * @returns Path of the file.
 */
export async function recordRelease(manifest: Manifest, version: string): Promise<string> {
  const file = releaseFile(manifest.id, version);
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
  return file;
}

/** The first line of a kit's submission, by which the grader knows it again. */
export const kitLine = (id: string, version: string): string =>
  `// Kit of ${id}, version ${version}. Keep this line: it tells the grader what you worked with.`;

const line = /^\/\/ Kit of ([a-z0-9-]+), version (\d+\.\d+\.\d+\+[0-9a-f]{12})\./m;

/**
 * What a report says of a submission that was made from a kit of another version.
 * @param version Of the assignment now, as reports have it.
 */
export async function notesOnKit(files: SubmissionFiles, manifest: Manifest, version: string): Promise<string[]> {
  const [, id, before = version] = line.exec(headOf(files)) ?? [];
  if (id !== manifest.id || before === version) return [];
  const asked = await readRelease(manifest.id, before);
  return [phraseOtherKit(before, version, asked && compareManifests(asked, manifest))];
}

/** A record that is missing or damaged costs a sentence of the report, and nobody the grading. */
async function readRelease(id: string, version: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(releaseFile(id, version), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** Students put their own comments first; beyond this nobody looks for ours. */
const headBytes = 4000;

function headOf(files: SubmissionFiles): string {
  if ("unread" in files) return "";
  const first = "bytes" in files ? files : files.entries.find(({ path }) => path === "submission.ts");
  return first !== undefined && "bytes" in first ? new TextDecoder().decode(first.bytes.subarray(0, headBytes)) : "";
}
