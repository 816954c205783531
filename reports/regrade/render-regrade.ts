import { message } from "../messages/message.ts";
import { compileTemplate } from "../pages/compile-template.ts";
import { splitName } from "../pages/page-text.ts";
import { phraseSetting } from "../phrasing/phrase-manifest-change.ts";
import { formatDelta, formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { phraseKindOfChange, phraseScoreChange } from "./phrase-score-change.ts";
import { type ExerciseTotals, regradeTotals } from "./regrade-totals.ts";
import type { RegradeFacts, ScoreChange } from "./score-change.ts";

const renderPage = compileTemplate<RegradeView>("regrade");

/**
 * The page of a regrading, for instructors: one self-contained HTML file without script that shows whose points change,
 * by how much and why. Above 2,000 changes it shows the first ones and counts the rest.
 */
export function renderRegrade(changes: readonly ScoreChange[], facts: RegradeFacts): string {
  return renderPage(regradeView(changes, facts));
}

/** A difference of points, for a template. */
type DeltaView = { readonly text: string; readonly way: "up" | "down" | "same" };

/** A student's row. */
type ChangeRowView = {
  readonly student: string;
  readonly name: string | null;
  readonly before: string;
  readonly after: string;
  readonly delta: DeltaView;
  /** `new` or `vanished`; null for students who are in both gradings. */
  readonly note: string | null;
  readonly why: readonly string[];
};

/** An exercise's row. */
type RegradeExerciseView = {
  readonly title: string;
  readonly name: readonly string[];
  readonly settings: readonly string[];
  readonly up: number;
  readonly down: number;
  readonly mean: DeltaView;
  readonly casesChanged: number;
};

/** Everything the page of a regrading shows. */
type RegradeView = {
  readonly heading: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly exercises: readonly RegradeExerciseView[];
  readonly rows: readonly ChangeRowView[];
  readonly more: number;
};

const mostRows = 2000;

/** The view model of the page. Changes stay in the caller's order. */
function regradeView(changes: readonly ScoreChange[], facts: RegradeFacts): RegradeView {
  const totals = regradeTotals(changes, facts);
  return {
    heading: printable(facts.assignmentTitle),
    facts: [
      { name: message("regrade.in-both"), value: String(facts.both) },
      { name: message("regrade.up"), value: String(totals.up) },
      { name: message("regrade.down"), value: String(totals.down) },
      { name: message("regrade.same-points"), value: String(totals.unchanged) },
      { name: message("regrade.mean-change"), value: formatDelta(totals.mean) },
      ...(totals.appeared === 0 ? [] : [{ name: message("regrade.new"), value: String(totals.appeared) }]),
      ...(totals.vanished === 0 ? [] : [{ name: message("regrade.vanished"), value: String(totals.vanished) }]),
    ],
    exercises: totals.exercises.map(exerciseRow),
    rows: changes.slice(0, mostRows).map(changeRow),
    more: Math.max(0, changes.length - mostRows),
  };
}

function exerciseRow({ id, title, change, up, down, mean, casesChanged }: ExerciseTotals): RegradeExerciseView {
  const settings =
    change === undefined
      ? []
      : change.kind === "changed"
        ? change.settings.map(phraseSetting)
        : [message(`regrade.exercise.${change.kind}`)];
  return { title: printable(title), name: splitName(id), settings, up, down, mean: deltaView(mean), casesChanged };
}

function changeRow(change: ScoreChange): ChangeRowView {
  const { student, name, kind, before, after, delta } = change;
  return {
    student: printable(student),
    name: name === undefined ? null : printable(name),
    before: before === undefined ? "–" : formatPoints(before),
    after: after === undefined ? "–" : formatPoints(after),
    delta: deltaView(delta),
    note: kind === "changed" ? null : phraseKindOfChange(change),
    why: phraseScoreChange(change),
  };
}

function deltaView(delta: number): DeltaView {
  const text = formatDelta(delta);
  return { text, way: text === "0" ? "same" : delta > 0 ? "up" : "down" };
}
