import { createHash } from "node:crypto";
import { RandomState } from "../values/random-state.ts";
import type { Choice, Question } from "./quiz.ts";

/** The choices of a question in the order of the file; none where a number or a text is asked for. */
export function choicesOf(question: Question): readonly Choice[] {
  return "choices" in question ? question.choices : [];
}

/** For whom choices are put in an order. */
export type ShuffleFor = {
  readonly quiz: string;
  /** Chosen by the instructor. */
  readonly seed: number;
  /** Any name of the student; empty for an order that all students without a name share. */
  readonly student: string;
};

/**
 * The choices of a question in the order in which one student sees them: the same every time, and independent of the
 * other questions. Answers name choices by their ids, so the order plays no part in grading.
 */
export function shuffleChoices(question: Question, { quiz, seed, student }: ShuffleFor): readonly Choice[] {
  const choices = choicesOf(question);
  const name = JSON.stringify([quiz, question.id, seed, student.normalize("NFC")]);
  const draws = new RandomState(createHash("sha256").update(name).digest().readUInt32BE(0));
  return draws.permutation(choices.length).flatMap((at) => choices[at] ?? []);
}
