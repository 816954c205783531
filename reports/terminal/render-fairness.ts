import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { quantity } from "../phrasing/text/sentence.ts";
import type { FairnessResult, JudgedFile, LostExercise } from "../report/fairness.ts";
import { createPaint, type Paint } from "./paint.ts";
import { renderTable } from "./render-table.ts";

/**
 * What the judge made of submissions of which it is known whether they are right: a table of the assignments, then every one on which it is
 * mistaken. Ends in a line feed.
 * @param options.names Then also what each wrong one was told.
 */
export function renderFairness(
  results: readonly FairnessResult[],
  { color, names }: { readonly color: boolean; readonly names: boolean },
): string {
  const paint = createPaint(color);
  const files = results.flatMap((result) => result.files);
  const mistaken = files.filter(({ agrees }) => !agrees);
  const caught = names ? files.filter(({ expected, agrees }) => expected === "wrong" && agrees) : [];
  const blocks = [
    renderTable({
      columns: ["assignment", "right, full marks", "wrong, caught", "time each"],
      rows: results.map(rowOf),
    }).join("\n"),
    ...mistaken.map((file) => renderMistaken(file, paint)),
    ...caught.map((file) => renderCaught(file, paint)),
    renderTotal(files.length, mistaken.length, paint),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function rowOf({ assignment, files, timeMs }: FairnessResult): string[] {
  const share = (side: JudgedFile["expected"]): string => {
    const own = files.filter(({ expected }) => expected === side);
    return `${own.filter(({ agrees }) => agrees).length} of ${own.length}`;
  };
  return [assignment, share("correct"), share("wrong"), `${(timeMs / files.length / 1000).toFixed(2)} s`];
}

function renderMistaken(file: JudgedFile, paint: Paint): string {
  return [paint("red", printable(file.file)), ...aboutLine(file), ...whyMistaken(file)].join("\n  ");
}

function whyMistaken({ expected, lost, message, isGraderError, ...file }: JudgedFile): string[] {
  if (isGraderError) return [`the grader failed on it${message === undefined ? "" : `: ${printable(message)}`}`];
  if (expected === "wrong") return [`wrong, and ${file.function} has full marks`];
  if (message !== undefined) return [`right, and nothing of it could be graded: ${printable(message)}`];
  return lost.flatMap((exercise) => [`right, and ${phraseLost(exercise)}`, ...toldLines(exercise)]);
}

function renderCaught(file: JudgedFile, paint: Paint): string {
  const { lost, message } = file;
  const why = message === undefined ? [] : [`nothing of it could be graded: ${printable(message)}`];
  const told = lost.flatMap((exercise) => [phraseLost(exercise), ...toldLines(exercise)]);
  return [paint("bold", printable(file.file)), ...aboutLine(file), ...why, ...told].join("\n  ");
}

const aboutLine = ({ function: name, about }: JudgedFile): string[] => {
  const words = [name, about].filter((part) => part !== undefined);
  return words.length === 0 ? [] : [printable(words.join(": "))];
};

const phraseLost = ({ id, score, maxScore }: LostExercise): string =>
  `${id} has ${formatPoints(score)} of ${formatPoints(maxScore)}`;

const toldLines = ({ told }: LostExercise): string[] => told.map((words) => `  told: ${printable(words)}`);

function renderTotal(total: number, mistaken: number, paint: Paint): string {
  const all = quantity(total, "submission");
  return mistaken === 0
    ? paint("green", `${all}, and the judge agrees with the index on each`)
    : paint("red", `${all}, and the judge is mistaken on ${mistaken}`);
}
