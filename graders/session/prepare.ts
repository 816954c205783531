import type { Case } from "../../assignments/catalog/case.ts";
import { findAssignment, openAssignment } from "../../assignments/catalog/catalog.ts";
import { generatingCases } from "../../assignments/catalog/generate-cases.ts";
import { readAsked, readHandout } from "../../assignments/catalog/handout.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { inTurns } from "../../assignments/steps/in-turns.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import { misconceptionOutcomes } from "../../reference/misconceptions/misconception-outcomes.ts";
import type { OutcomesProcess } from "../../reference/misconceptions/outcomes-process.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { currentLanguage, ownLanguage } from "../../reports/messages/language.ts";
import { message } from "../../reports/messages/message.ts";
import { candidateOf, candidateRunSeed, prepareCandidates } from "../counterexample/prepare-candidates.ts";
import { readToken, unknownCase } from "../counterexample/token.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";
import { assignmentVersion } from "./assignment-version.ts";
import { chooseExercises } from "./choose-exercises.ts";
import { type Kit, openKit } from "./kit.ts";
import type { Preparation } from "./preparation.ts";
import type { SessionOptions } from "./session-options.ts";
import { translatePreparation } from "./translate-preparation.ts";

/**
 * Makes ready what a session grades by: from the sources of an assignment, or from the kit that a student was given.
 * @throws UnknownAssignmentError, ManifestError, RangeError for an unknown exercise; Error where the reference fails.
 */
export async function prepare(options: SessionOptions): Promise<Preparation> {
  return withAsked(await translatePreparation((await prepareKit(options)) ?? (await prepareCourse(options))));
}

/** The handout is read once a session. */
async function withAsked(made: Preparation): Promise<Preparation> {
  const handout = await readHandout(await findAssignment(made.manifest.id), currentLanguage());
  return handout === undefined ? made : { ...made, basis: { ...made.basis, asked: readAsked(handout.markdown) } };
}

/** A kit has visible cases, what is expected of them, and nothing else. */
async function prepareKit({
  assignment,
  exercises: wanted,
  visibility,
  case: token,
}: SessionOptions): Promise<Preparation | undefined> {
  const kit = await openKit(assignment);
  if (kit === undefined) return undefined;
  const { manifest, cases, expected } = kit;
  if (visibility !== "visible") {
    throw new RangeError(`Cannot grade "${assignment}" by a kit: it has the visible cases only; use gradecheck check`);
  }
  if (token !== undefined) return prepareKitCase(kit, token);
  const exercises = chooseExercises(manifest, wanted);
  const common = { ...commonOf(manifest, kit), visibility };
  const basis = { exercises, cases: casesOf(cases, exercises), expected, properties: {}, common };
  return { manifest, basis, outcomesOf: async () => [] };
}

/** The one case that a token names. What only properties judge, a kit cannot judge: it says so. */
async function prepareKitCase(kit: Kit, token: string): Promise<Preparation> {
  const { manifest } = kit;
  const named = readToken(token, manifest);
  const { cases, expected } = await kit.smallCases();
  const found = cases.filter(({ id, exercise }) => exercise === named.exercise && id === named.caseId);
  if (found.length === 0) throw unknownCase(token, named);
  const notes = found.some(({ judgedBy }) => judgedBy === "form") ? { notes: [message("counterexample.form")] } : {};
  const common = { ...commonOf(manifest, kit), visibility: "visible", ...notes } as const;
  const exercises = chooseExercises(manifest, [named.exercise]);
  return { manifest, basis: { exercises, cases: found, expected, properties: {}, common }, outcomesOf: async () => [] };
}

/** The same with the reference at hand. */
async function prepareCase(options: SessionOptions, token: string): Promise<Preparation> {
  const { cacheDirectory, cacheTrust } = options;
  const assignment = await openAssignment(options.assignment);
  const { manifest, properties } = assignment;
  const found = candidateOf(token, assignment);
  const kept = openCache("expected", cacheDirectory, cacheTrust);
  const { backend, values } = await expectedValues(assignment, [found], { seed: candidateRunSeed, cache: kept });
  const version = await assignmentVersion(manifest, assignment.contentHash);
  const common = { ...commonOf(manifest, { version, seed: 1, backend }), visibility: "visible" } as const;
  const exercises = chooseExercises(manifest, [found.exercise]);
  return {
    manifest,
    basis: { exercises, cases: [found], expected: values, properties, common },
    outcomesOf: async () => [],
  };
}

async function prepareCourse(options: SessionOptions): Promise<Preparation> {
  if (options.case !== undefined) return prepareCase(options, options.case);
  const { seed = 1, secret, visibility, cacheDirectory, cacheTrust } = options;
  const assignment = await openAssignment(options.assignment);
  const { manifest, properties } = assignment;
  const exercises = chooseExercises(manifest, options.exercises);
  // Expected values are kept for the whole set, so that a choice of exercises finds them too.
  const all = await inTurns(generatingCases(assignment, { visibility, seed, secret }));
  const cases = casesOf(all, exercises);
  const kept = openCache("expected", cacheDirectory, cacheTrust);
  const [expected, version] = await Promise.all([
    expectedValues(assignment, all, { seed, cache: kept }),
    assignmentVersion(manifest, assignment.contentHash),
  ]);
  const common: GradingBasis["common"] = {
    ...commonOf(manifest, { version, seed, backend: expected.backend }),
    ...(visibility === "visible" && { visibility }),
    ...(expected.backend === "cpu" && { notes: [message("report.not-native")] }),
  };
  const cache = openCache("misconceptions", cacheDirectory, cacheTrust);
  const outcomesOf = (exercise: string, apart: OutcomesProcess): Promise<readonly MisconceptionOutcomes[]> => {
    const own = cases.filter((testCase) => testCase.exercise === exercise);
    return misconceptionOutcomes(assignment, own, { seed, cache, run: options.outcomesApart ? apart.run : undefined });
  };
  const basis = { exercises, cases, expected: expected.values, properties, common };
  const candidates = options.counterexamples ? await prepareCandidates(assignment, basis, kept) : undefined;
  return { manifest, basis, candidates, outcomesOf };
}

const casesOf = (all: readonly Case[], exercises: Manifest["exercises"] | readonly { readonly id: string }[]): Case[] =>
  all.filter(({ exercise }) => exercises.some(({ id }) => id === exercise));

function commonOf(
  { id, title }: Manifest,
  { version, seed, backend }: { readonly version: string; readonly seed: number; readonly backend: string },
): GradingBasis["common"] {
  return {
    schemaVersion: 1,
    assignment: id,
    assignmentTitle: title,
    assignmentVersion: version,
    seed,
    backend: backend as GradingBasis["common"]["backend"],
    audience: "instructor",
    ...ownLanguage(),
  };
}
