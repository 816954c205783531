import type { TypeErrors, TypeProblem } from "../../reports/report/report.ts";
import type { Diagnostic } from "./compiler-run.ts";
import { checkedAt, checkFile, findDefinition, unfitting } from "./contract-check.ts";
import type { PlacedSubmission, TypedAssignment, TypeRoom } from "./type-room.ts";

/** Errors that are told of a submission; of more, how many there are. */
const mostErrors = 20;
/** Characters of a message, and of a source line. */
const mostOfMessage = 500;
const mostOfLine = 200;

/** The library's types often do not know of which rank a result is: the function that is right at run time has this error. */
const unknownRank = /^Type 'Rank' is not assignable to type 'Rank\.R\d'/;

/** What the compiler says of a submission, as its author can read it. */
export function describeErrors(
  one: PlacedSubmission,
  diagnostics: readonly Diagnostic[],
  room: Pick<TypeRoom, "withoutPaths">,
  { exercises }: Pick<TypedAssignment, "exercises">,
): TypeErrors {
  const all = diagnostics.flatMap((diagnostic) => {
    const path = diagnostic.fileName?.slice(one.folder.length + 1) ?? "";
    const problem = path === checkFile ? unfit(diagnostic, one, exercises) : inSource(diagnostic, path, one);
    if (problem === undefined) return [];
    return [{ ...problem, message: cut(room.withoutPaths(problem.message, one), mostOfMessage) }];
  });
  const order = [...one.texts.keys()];
  const place = ({ file, line, column }: TypeProblem): readonly number[] => [order.indexOf(file), line, column];
  all.sort((a, b) => comparePlaces(place(a), place(b)));
  const errors = all.slice(0, mostErrors);
  return { errors, ...(all.length > errors.length && { more: all.length - errors.length }) };
}

function inSource(diagnostic: Diagnostic, file: string, { texts }: PlacedSubmission): TypeProblem | undefined {
  const text = texts.get(file);
  if (text === undefined || deepest(diagnostic).some((last) => unknownRank.test(last))) return undefined;
  const { code, pos, end } = diagnostic;
  return { file, ...placeIn(text, pos, end - pos), code, message: [diagnostic.text, ...deepest(diagnostic)].join(" ") };
}

/** A function that does not have the type of the contract, where it is defined. */
function unfit(
  diagnostic: Diagnostic,
  { texts, check = "" }: PlacedSubmission,
  exercises: readonly string[],
): TypeProblem | undefined {
  if (!unfitting.has(diagnostic.code)) return undefined;
  const exercise = checkedAt(check, diagnostic.pos, exercises);
  const definition = exercise === undefined ? undefined : findDefinition(texts, exercise);
  if (exercise === undefined || definition === undefined) return undefined;
  const { file, offset } = definition;
  const [why] = diagnostic.messageChain ?? [];
  const message = why === undefined ? diagnostic.text : [why.text, ...deepest(why)].join(" ");
  const place = placeIn(texts.get(file) ?? "", offset, exercise.length);
  return { file, ...place, code: diagnostic.code, exercise, message };
}

/** What a message ends in: the difference that all the rest follows from. */
function deepest({ messageChain }: Diagnostic): readonly string[] {
  const [first] = messageChain ?? [];
  if (first === undefined) return [];
  return (first.messageChain ?? []).length > 0 ? deepest(first) : [first.text];
}

type Place = Pick<TypeProblem, "line" | "column" | "length" | "source">;

function placeIn(text: string, offset: number, length: number): Place {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const [source = ""] = text.slice(start, start + offset + length + mostOfLine).split(/\r?\n/, 1);
  const column = offset - start + 1;
  return {
    line: text.slice(0, start).split("\n").length,
    column,
    length: Math.max(1, Math.min(length, source.length - column + 1)),
    ...(source.length <= mostOfLine && { source }),
  };
}

const comparePlaces = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
