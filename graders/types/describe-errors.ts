import type { TypeErrors, TypeProblem } from "../../reports/report/report.ts";
import type { Diagnostic } from "./compiler-run.ts";
import { checkedAt, checkFile, findDefinition, unfitting } from "./contract-check.ts";
import type { PlacedSubmission, TypedAssignment, TypeRoom } from "./type-room.ts";

/** Errors that are told of a submission; of more, how many there are. */
const mostErrors = 20;
/** Characters of a message, and of a source line. */
const mostOfMessage = 500;
const mostOfLine = 200;
/** Characters of a message that are looked through for names of files. */
const mostRead = 20_000;

/** The library's types often do not know of which rank a result is: the function that is right at run time has this error. */
const unknownRank = /^Type 'Rank' is not assignable to type 'Rank\.R\d'/;

/** A type error, as far as it takes to put all of them in order. */
type Found = {
  readonly diagnostic: Diagnostic;
  /** Path in the submission. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  /** The function that does not fit the contract. */
  readonly exercise?: string;
};

/** What the compiler says of a submission, as its author can read it: only as much of it is written as is told. */
export function describeErrors(
  one: PlacedSubmission,
  diagnostics: readonly Diagnostic[],
  room: Pick<TypeRoom, "withoutPaths">,
  { exercises }: Pick<TypedAssignment, "exercises">,
): TypeErrors {
  const all = diagnostics.flatMap((diagnostic): readonly Found[] => {
    const file = diagnostic.fileName?.slice(one.folder.length + 1) ?? "";
    const found = file === checkFile ? unfit(diagnostic, one, exercises) : inSource(diagnostic, file, one);
    return found === undefined ? [] : [found];
  });
  const order = [...one.texts.keys()];
  all.sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.offset - b.offset);
  const errors = all.slice(0, mostErrors).map((found) => describe(found, one, room));
  return { errors, ...(all.length > errors.length && { more: all.length - errors.length }) };
}

function inSource(diagnostic: Diagnostic, file: string, { texts }: PlacedSubmission): Found | undefined {
  if (!texts.has(file) || deepest(diagnostic).some((last) => unknownRank.test(last))) return undefined;
  return { diagnostic, file, offset: diagnostic.pos, length: diagnostic.end - diagnostic.pos };
}

/** A function that does not have the type of the contract, where it is defined. */
function unfit(
  diagnostic: Diagnostic,
  { texts, check = "" }: PlacedSubmission,
  exercises: readonly string[],
): Found | undefined {
  if (!unfitting.has(diagnostic.code)) return undefined;
  const exercise = checkedAt(check, diagnostic.pos, exercises);
  const definition = exercise === undefined ? undefined : findDefinition(texts, exercise);
  if (exercise === undefined || definition === undefined) return undefined;
  return { diagnostic, ...definition, length: exercise.length, exercise };
}

function describe(found: Found, one: PlacedSubmission, room: Pick<TypeRoom, "withoutPaths">): TypeProblem {
  const { diagnostic, file, offset, length, exercise } = found;
  // Of a contract, what the function is compared with is said in other words; why it does not fit comes below that.
  const why = (exercise === undefined ? undefined : diagnostic.messageChain?.[0]) ?? diagnostic;
  const message = [why.text, ...deepest(why)].join(" ").slice(0, mostRead);
  return {
    file,
    ...placeIn(one.texts.get(file) ?? "", offset, length),
    code: diagnostic.code,
    ...(exercise !== undefined && { exercise }),
    message: cut(room.withoutPaths(message, one), mostOfMessage),
  };
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

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
