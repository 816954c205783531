import { arrow, phraseSetting } from "../phrasing/phrase-manifest-change.ts";
import { phraseOutcome } from "../phrasing/phrase-outcomes.ts";
import { phraseStudentStatus } from "../phrasing/phrase-status.ts";
import { formatNumber, formatPair, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { phraseList } from "../phrasing/text/sentence.ts";
import type { CaseChange, ExerciseScoreChange, OtherChange, ScoreChange } from "./score-change.ts";

const casesNamed = 4;
const valuesNamed = 3;

/** A difference of points with its sign: `+2.5`, `−1`, `0`. */
export function formatDelta(delta: number): string {
  const points = formatPoints(Math.abs(delta));
  if (points === "0") return "0";
  return delta > 0 ? `+${points}` : `−${points}`;
}

/**
 * Why a student's points changed: one clause for each exercise and each other reason, without a full stop. Empty for
 * students who are new or gone.
 */
export function phraseScoreChange({ exercises, others }: ScoreChange): string[] {
  return [...others.map(phraseOther), ...exercises.map(phraseExerciseChange)];
}

/** What happened to a student, in a word. */
export function phraseKindOfChange({ kind, delta }: ScoreChange): "new" | "vanished" | "up" | "down" | "same points" {
  if (kind !== "changed") return kind;
  if (delta === 0) return "same points";
  return delta > 0 ? "up" : "down";
}

function phraseExerciseChange({ id, before, after, settings, cases }: ExerciseScoreChange): string {
  const reasons = [...settings.map(phraseSetting), ...phraseOutcomes(cases), ...phraseExpected(cases)];
  return `${printable(id)} ${phrasePoints(before, after)}${reasons.length === 0 ? "" : `: ${reasons.join("; ")}`}`;
}

function phrasePoints(before: number | undefined, after: number | undefined): string {
  const [from, to] = [before, after].map((points) => (points === undefined ? "none" : formatPoints(points)));
  return from === to ? `stays at ${from}` : `${from} ${arrow} ${to}`;
}

/** Cases that changed in the same way are listed together. */
function phraseOutcomes(cases: readonly CaseChange[]): string[] {
  const ways = new Map<string, string[]>();
  for (const { id, before, after } of cases) {
    if (before === after) continue;
    const way = phraseWay(before, after);
    ways.set(way, [...(ways.get(way) ?? []), printable(id)]);
  }
  return [...ways].map(([way, ids]) => `${phraseList(ids, casesNamed)} ${way}`);
}

function phraseWay(before: CaseChange["before"], after: CaseChange["after"]): string {
  if (before === undefined) return `new, ${after === undefined ? "not run" : phraseOutcome(after)}`;
  if (after === undefined) return `removed, before: ${phraseOutcome(before)}`;
  return `${phraseOutcome(before)} ${arrow} ${phraseOutcome(after)}`;
}

function phraseExpected(cases: readonly CaseChange[]): string[] {
  const values = cases.flatMap(({ id, expected }) => {
    if (expected === undefined) return [];
    const [before, after] = formatPair(expected.before, expected.after);
    const place = expected.path === "" ? "" : `${printable(expected.path)} in `;
    return [`${place}${printable(id)} ${before} ${arrow} ${after}`];
  });
  return values.length === 0 ? [] : [`reference value: ${phraseList(values, valuesNamed)}`];
}

function phraseOther(change: OtherChange): string {
  switch (change.what) {
    case "submission":
      return "another submission counts";
    case "status":
      return `${phraseStudentStatus(change.before)} ${arrow} ${phraseStudentStatus(change.after)}`;
    case "seed":
      return `seed ${formatNumber(change.before)} ${arrow} ${formatNumber(change.after)}`;
    case "backend":
      return `expected values computed by ${change.before} ${arrow} ${change.after}`;
    case "late":
      return `points off for lateness ${formatPoints(change.before)} ${arrow} ${formatPoints(change.after)}`;
    case "override": {
      const { exercise, before, after } = change;
      const [from, to] = [before, after].map((points) => (points === undefined ? "none" : formatPoints(points)));
      return `override${exercise === undefined ? "" : ` of ${printable(exercise)}`} ${from} ${arrow} ${to}`;
    }
    default:
      return change satisfies never;
  }
}
