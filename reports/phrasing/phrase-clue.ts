import { message } from "../messages/message.ts";
import type { Clue, ExerciseReport } from "../report/report.ts";
import { phraseLines, type SourceWords } from "./phrase-source.ts";
import { codeSpan } from "./text/code-span.ts";
import { phraseList } from "./text/sentence.ts";

/** A clue in words, and the lines that it is about. */
export type ClueWords = { readonly sentence: string; readonly lines: SourceWords | null };

const mostNames = 8;

/** What is known of a function's own lines, the most telling first. */
export const phraseClues = ({ clues = [] }: Pick<ExerciseReport, "clues">): ClueWords[] =>
  clues.map((clue) => ({
    sentence: phraseClue(clue),
    lines: clue.place === undefined ? null : phraseLines(clue.place),
  }));

function phraseClue({ code, names, of = "" }: Clue): string {
  const facts = { names: phraseList(names.map(codeSpan), mostNames), count: names.length };
  return message(`clue.${code}`, { ...facts, of: codeSpan(of) });
}
