import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Case } from "../../../assignments/catalog/case.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import { misconceptionSources } from "../../../reference/misconceptions/misconception-sources.ts";
import { runMisconceptions } from "../../../reference/misconceptions/run-misconceptions.ts";
import { runReference } from "../../../reference/oracle/run-reference.ts";
import { gradingSources } from "../../session/grading-sources.ts";
import type { Subject } from "../subject/subject.ts";
import { type Ran, RepeatedRuns } from "./repeated-runs.ts";
import { scoreVariant } from "./score-variants.ts";

/** What a misconception gets, secret by secret. */
export type VariantScores = { readonly id: string; readonly scores: readonly number[] };

/** What cannot be kept from one secret to the next. */
const usualSecrets = 20;

/** For exercises whose cases may take long. */
const fewSecrets = 4;

/** How many secrets an exercise is tried with: fewer where the manifest gives its cases more time than usual. */
export const secretsFor = (exercise: Exercise, subject: Pick<Subject, "assignment">): number =>
  mayTakeLong(exercise, subject) ? fewSecrets : usualSecrets;

const mayTakeLong = ({ caseTimeMs = 0 }: Exercise, { assignment }: Pick<Subject, "assignment">): boolean =>
  caseTimeMs > assignment.manifest.limits.caseTimeMs;

/**
 * The scores of all misconceptions of an exercise under several secrets. They are kept until something changes that they follow from.
 * @returns In the order of the misconceptions file.
 */
export async function measureSpread(subject: Subject, exercise: Exercise): Promise<readonly VariantScores[]> {
  const cache = openCache("spread", subject.cacheDirectory);
  const key = await basisKey(subject, exercise);
  const kept = await cache.read(key);
  if (kept !== undefined) return parseJson(new TextDecoder().decode(kept)) as VariantScores[];
  const scores = await measured(subject, exercise);
  await cache.write(key, Buffer.from(JSON.stringify(scores), "utf8"));
  return scores;
}

/** Whether nothing of an assignment has to be measured. */
export async function areSpreadsKept(subject: Subject): Promise<boolean> {
  const cache = openCache("spread", subject.cacheDirectory);
  for (const exercise of subject.assignment.manifest.exercises) {
    if ((await cache.read(await basisKey(subject, exercise))) === undefined) return false;
  }
  return true;
}

async function measured(subject: Subject, exercise: Exercise): Promise<VariantScores[]> {
  const { assignment, seed, secret } = subject;
  const properties = assignment.properties[exercise.id] ?? [];
  const scores = new Map<string, number[]>();
  const runs = new RepeatedRuns((cases) => run(subject, exercise, cases));
  for (let i = 0; i < secretsFor(exercise, subject); i++) {
    const selection = { visibility: "all", seed, secret: `${secret}, ${i}`, exercises: [exercise.id] } as const;
    const cases = generateCases(assignment, selection);
    const { expected, variants } = await runs.of(cases);
    for (const variant of variants) {
      const score = scoreVariant({ exercise, properties, cases, expected }, variant);
      scores.set(variant.id, [...(scores.get(variant.id) ?? []), score]);
    }
  }
  return [...scores].map(([id, own]) => ({ id, scores: own }));
}

/**
 * Not from the caches of grading, which would be full of cases that nobody is asked. Where cases are small it is done in JavaScript, as in
 * the sandbox: to call native kernels takes several times longer than what these do.
 */
async function run(subject: Subject, exercise: Exercise, cases: readonly Case[]): Promise<Ran> {
  const { assignment, referenceFile, misconceptionsFile } = subject;
  const { id, exercises } = assignment.manifest;
  const backend = mayTakeLong(exercise, subject) ? "auto" : "javascript";
  const { values } = await runReference(id, referenceFile, cases, backend, exercises);
  const { outcomes } = await runMisconceptions(misconceptionsFile, cases, backend, exercises);
  return { expected: values, variants: outcomes };
}

async function basisKey(subject: Subject, exercise: Exercise): Promise<string> {
  const { assignment, seed, secret, referenceFile, misconceptionsFile } = subject;
  const hash = createHash("sha256");
  const parts = [await gradingSources(), `${seed}`, secret, assignment.contentHash, JSON.stringify(exercise)];
  for (const part of parts) hash.update(`${part}\0`);
  hash.update(await readFile(referenceFile));
  for (const { name, text } of await misconceptionSources(misconceptionsFile)) hash.update(`\0${name}\0${text}`);
  return hash.digest("hex");
}
