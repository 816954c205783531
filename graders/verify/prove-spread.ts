import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { readRecorded } from "./mistakes/recorded.ts";
import { measureSpread, secretsFor, type VariantScores } from "./spread/measure-spread.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";

/** How far apart the scores of one misconception may lie, as a share of its exercise's points. */
const largestShare = 0.05;

/** A misconception whose cost depends on the secret, and why that has to be so. */
type UnevenMisconception = { readonly misconception: string; readonly reason: string };

type Spread = { readonly exercise: Exercise; readonly id: string; readonly least: number; readonly most: number };

/**
 * Proves that a mistake costs the same whatever the course secret: of each misconception, the least and the greatest score under several
 * secrets lie close together, or `score-spreads.json` says why they do not. A record that is no longer needed is an error as well.
 */
export async function proveSpread(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const { exercises } = subject.assignment.manifest;
  const records = await readRecorded<UnevenMisconception>(subject.scoreSpreadsFile, ["misconception", "reason"]);
  const all: Spread[] = [];
  for (const [i, exercise] of exercises.entries()) {
    const scored = await measureSpread(subject, exercise);
    all.push(...scored.map((one) => spreadOf(exercise, one)));
    onProgress(i + 1, exercises.length);
  }
  const uneven = all.filter(isUneven);
  const explained = (id: string): boolean => records.some(({ misconception }) => misconception === id);
  const stale = records.filter(({ misconception }) => !uneven.some(({ id }) => id === misconception));
  return {
    summary:
      `${quantity(all.length, "misconception")}, ${uneven.filter(({ id }) => explained(id)).length} recorded as uneven, ` +
      `${uneven.filter(({ id }) => !explained(id)).length} unexplained`,
    checks: [
      ...all.map((spread) => (explained(spread.id) ? checkOf(nameOf(spread), []) : toCheck(spread))),
      checkOf(
        "records",
        stale.map(({ misconception }) => `${misconception} costs the same under every secret: delete the record`),
      ),
    ],
    figure: { name: "widest spread", value: `${Math.max(0, ...all.map(shareOf)).toFixed(1)} %` },
    table: {
      columns: ["exercise", "secrets", "misconceptions", "widest", "least", "greatest", "points"],
      rows: exercises.map((exercise) => rowOf(subject, exercise, all)),
    },
  };
}

function spreadOf(exercise: Exercise, { id, scores }: VariantScores): Spread {
  return { exercise, id, least: Math.min(...scores), most: Math.max(...scores) };
}

const widthOf = ({ least, most }: Spread): number => most - least;

/** Percent of the exercise's points. */
const shareOf = (spread: Spread): number => (100 * widthOf(spread)) / spread.exercise.points;

const isUneven = (spread: Spread): boolean => widthOf(spread) > largestShare * spread.exercise.points;

const nameOf = ({ exercise, id }: Spread): string => `${exercise.id}/${id}`;

function toCheck(spread: Spread): Check {
  const { least, most, exercise } = spread;
  const detail = `it gets between ${least} and ${most} of ${exercise.points} points, depending on the secret`;
  return checkOf(nameOf(spread), isUneven(spread) ? [detail] : []);
}

function rowOf(subject: Subject, exercise: Exercise, all: readonly Spread[]): (string | number)[] {
  const own = all.filter((spread) => spread.exercise === exercise);
  const head = [exercise.id, secretsFor(exercise, subject), own.length];
  const widest = own.toSorted((one, other) => widthOf(other) - widthOf(one))[0];
  if (widest === undefined) return [...head, "", "", "", exercise.points];
  return [...head, widthOf(widest) === 0 ? "none" : widest.id, widest.least, widest.most, exercise.points];
}
