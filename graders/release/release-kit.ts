import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Case } from "../../assignments/catalog/case.ts";
import { type Assignment, openAssignment } from "../../assignments/catalog/catalog.ts";
import type { CourseTexts } from "../../assignments/catalog/course-texts.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { type HandoutFile, readHandout } from "../../assignments/catalog/handout.ts";
import { loadCourseTexts, textsFile, translateTitle } from "../../assignments/catalog/translate-texts.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";
import { drawCandidates } from "../counterexample/candidates.ts";
import { candidateRunSeed } from "../counterexample/prepare-candidates.ts";
import { assignmentVersion } from "../session/assignment-version.ts";
import { kitFiles, smallCasesOf } from "../session/kit.ts";
import { kitLine } from "../session/releases.ts";
import { handoutPage } from "./handout-page.ts";
import { kitPackage } from "./kit-package.ts";

/** The files of a kit by their paths in it, with forward slashes. */
export type KitContent = Readonly<Record<string, string | Uint8Array>>;

/** What a kit is made with. */
export type KitOptions = {
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** The package that it installs, as `npm pack` makes it. */
  readonly gradecheck: { readonly fileName: string; readonly bytes: Uint8Array };
};

/** The course's folder in a kit. */
const course = "gradecheck";

/**
 * Makes what a student is given for an assignment: handout, starter, types, and the visible cases with what is expected of them. Of what
 * is right, and of hidden cases, there is nothing in it.
 * @throws UnknownAssignmentError, ManifestError; Error where the reference or the handout fails.
 */
export async function makeKit(id: string, { cacheDirectory, gradecheck }: KitOptions): Promise<KitContent> {
  const assignment = await openAssignment(id);
  const { manifest, directory } = assignment;
  const language = currentLanguage();
  const texts = language === languages[0] ? undefined : await loadCourseTexts(directory, language, manifest);
  const [starter, handout] = await Promise.all([
    readFile(join(directory, "starter.ts"), "utf8"),
    readHandout(directory, language),
  ]);
  if (handout === undefined) throw new Error(`Cannot release "${id}": README.md is missing`);
  const own = await courseFiles(assignment, cacheDirectory, texts, handout);
  const version = await assignmentVersion(manifest, assignment.contentHash);
  return {
    "README.html": await handoutPage(assignment, { handout, texts }),
    "submission.ts": `${kitLine(id, version)}\n${starter}`,
    [gradecheck.fileName]: gradecheck.bytes,
    ...kitPackage({
      assignment: id,
      course,
      version: manifest.version,
      tarball: gradecheck.fileName,
      firstExercise: manifest.exercises[0].id,
      language,
    }),
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [`${course}/assignments/${id}/${name}`, text])),
  };
}

/**
 * @param texts What the kit's checks say in another language.
 * @param handout From which feedback takes what is asked.
 */
async function courseFiles(
  assignment: Assignment,
  cacheDirectory: string,
  texts: CourseTexts | undefined,
  handout: HandoutFile,
): Promise<Readonly<Record<string, string>>> {
  const { manifest, directory, contentHash } = assignment;
  const seed = 1;
  const cases = generateCases(assignment, { visibility: "visible", seed });
  const expected = await expectedValues(assignment, cases, { seed, cache: openCache("expected", cacheDirectory) });
  const small = drawCandidates(assignment);
  const right = await expectedValues(assignment, small, {
    seed: candidateRunSeed,
    cache: openCache("expected", cacheDirectory),
  });
  const contract = await readFile(join(directory, "contract.ts"), "utf8").catch(() => undefined);
  // When something is due, and what lateness costs, may change after the kit was handed out. Variations tell of hidden cases.
  const { late: _, ...rest } = manifest;
  const asked = { ...rest, exercises: rest.exercises.map(({ variations: _, ...exercise }) => exercise) };
  const facts = {
    assignment: manifest.id,
    version: await assignmentVersion(manifest, contentHash),
    seed,
    backend: expected.backend,
  };
  return kitFiles(facts, cases, expected.values, {
    ...smallCasesOf({ cases: small, expected: right.values }),
    "assignment.json": `${JSON.stringify(asked, undefined, 2)}\n`,
    ...(texts !== undefined && {
      [textsFile(currentLanguage())]: `${JSON.stringify(textsOfKit(texts, [...cases, ...small]), undefined, 2)}\n`,
    }),
    [handout.name]: handout.markdown,
    ...(contract !== undefined && {
      "contract.ts": contract.replaceAll(/from "\.\.\/values\/[^"]+"/g, 'from "gradecheck"'),
    }),
  });
}

/** The texts of an assignment without the titles of hidden cases, and without properties. @param visible The cases that a kit has. */
export const textsOfKit = (texts: CourseTexts, visible: readonly Pick<Case, "title">[]): CourseTexts => ({
  ...texts,
  exercises: Object.fromEntries(
    Object.entries(texts.exercises).map(([id, { title, hints }]) => [id, { title, hints }]),
  ),
  cases: Object.fromEntries(visible.map(({ title }) => [title, translateTitle(title, texts)])),
});

/** Names the content of a kit: two with the same hash are the same. 12 hexadecimal digits. */
export function hashKit(content: KitContent): string {
  const hash = createHash("sha256");
  for (const [path, file] of Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${file.length}\0`).update(file);
  }
  return hash.digest("hex").slice(0, 12);
}
