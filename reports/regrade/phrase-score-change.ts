import { message } from "../messages/message.ts";
import { arrow, phraseSetting } from "../phrasing/phrase-manifest-change.ts";
import { phraseOutcome } from "../phrasing/phrase-outcomes.ts";
import { phraseStudentStatus } from "../phrasing/phrase-status.ts";
import { formatPair, formatPoints, formatValue } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { phraseList } from "../phrasing/text/sentence.ts";
import type { CaseChange, ExerciseScoreChange, OtherChange, ScoreChange } from "./score-change.ts";

const casesNamed = 4;
const valuesNamed = 3;

/**
 * Why a student's points changed: one clause for each exercise and each other reason, without a full stop. Empty for
 * students who are new or gone.
 */
export function phraseScoreChange({ exercises, others }: ScoreChange): string[] {
  return [...others.map(phraseOther), ...exercises.map(phraseExerciseChange)];
}

/** What happened to a student, in a word. */
export function phraseKindOfChange({ kind, delta }: ScoreChange): string {
  if (kind !== "changed") return message(`regrade.way.${kind}`);
  if (delta === 0) return message("regrade.way.same");
  return message(delta > 0 ? "regrade.way.up" : "regrade.way.down");
}

function phraseExerciseChange({ id, before, after, settings, cases }: ExerciseScoreChange): string {
  const reasons = [...settings.map(phraseSetting), ...phraseOutcomes(cases), ...phraseExpected(cases)];
  return `${printable(id)} ${phrasePoints(before, after)}${reasons.length === 0 ? "" : `: ${reasons.join("; ")}`}`;
}

function phrasePoints(before: number | undefined, after: number | undefined): string {
  const [from, to] = [before, after].map((points) =>
    points === undefined ? message("regrade.no-points") : formatPoints(points),
  );
  return from === to ? message("regrade.stays-at", { points: from ?? "" }) : `${from} ${arrow} ${to}`;
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
  if (before === undefined)
    return after === undefined
      ? message("regrade.new-not-run")
      : message("regrade.new-case", { outcome: phraseOutcome(after) });
  if (after === undefined) return message("regrade.removed-case", { outcome: phraseOutcome(before) });
  return `${phraseOutcome(before)} ${arrow} ${phraseOutcome(after)}`;
}

function phraseExpected(cases: readonly CaseChange[]): string[] {
  const values = cases.flatMap(({ id, expected }) => {
    if (expected === undefined) return [];
    const [before, after] = formatPair(expected.before, expected.after);
    const place =
      expected.path === ""
        ? printable(id)
        : message("regrade.place-in", { path: printable(expected.path), case: printable(id) });
    return [`${place} ${before} ${arrow} ${after}`];
  });
  return values.length === 0 ? [] : [message("regrade.reference-value", { values: phraseList(values, valuesNamed) })];
}

function phraseOther(change: OtherChange): string {
  switch (change.what) {
    case "submission":
      return message("regrade.other-submission");
    case "status":
      return `${phraseStudentStatus(change.before)} ${arrow} ${phraseStudentStatus(change.after)}`;
    case "seed":
      return message("regrade.seed", { change: `${formatValue(change.before)} ${arrow} ${formatValue(change.after)}` });
    case "backend":
      return message("regrade.backend", { change: `${change.before} ${arrow} ${change.after}` });
    case "late":
      return message("regrade.late", {
        change: `${formatPoints(change.before)} ${arrow} ${formatPoints(change.after)}`,
      });
    case "override": {
      const { exercise, before, after } = change;
      const [from, to] = [before, after].map((points) =>
        points === undefined ? message("regrade.no-points") : formatPoints(points),
      );
      const moved = `${from} ${arrow} ${to}`;
      return exercise === undefined
        ? message("regrade.override", { change: moved })
        : message("regrade.exercise-override", { exercise: printable(exercise), change: moved });
    }
    default:
      return change satisfies never;
  }
}
