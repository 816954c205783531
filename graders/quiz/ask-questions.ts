import type { Answer } from "../../assignments/quiz/answers.ts";
import { type ShuffleFor, shuffleChoices } from "../../assignments/quiz/choices.ts";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { message } from "../../reports/messages/message.ts";
import { renderQuestionPrompt } from "../../reports/quiz/question-prompt.ts";
import type { TextOptions } from "../../reports/terminal/render-text.ts";
import { answerInWords, parseReply, type Reply } from "./parse-reply.ts";

/** The person who answers, and where their answers are kept. */
export type Dialogue = {
  readonly style: TextOptions;
  readonly show: (text: string) => void;
  /** The next line typed; undefined at the end of the input. */
  readonly read: () => Promise<string | undefined>;
  /** Saves an answer, or removes it where it is undefined. */
  readonly keep: (question: string, answer: Answer | undefined) => Promise<void>;
};

/** One sitting: the quiz and the student. */
export type Sitting = {
  readonly quiz: Quiz;
  /** Ids of the questions to ask, in order. */
  readonly asked: readonly string[];
  /** What was answered before, by question. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly order: ShuffleFor;
};

/** No person gives so many invalid replies in a row; a program that writes endlessly does. */
const mostUnclear = 100;

/**
 * Asks questions one after the other until all were shown or the person ends it. Every answer is saved before the next
 * question.
 */
export async function askQuestions(sitting: Sitting, dialogue: Dialogue): Promise<void> {
  const answers = new Map(sitting.answers);
  let at = 0;
  let unclear = 0;
  for (let id = sitting.asked[at]; id !== undefined; id = sitting.asked[at]) {
    const reply = await askQuestion(sitting, id, answers.get(id), dialogue);
    unclear = reply.state === "unclear" ? unclear + 1 : 0;
    switch (reply.state) {
      case "answer":
        answers.set(id, reply.answer);
        await dialogue.keep(id, reply.answer);
        at += 1;
        break;
      case "next":
        at += 1;
        break;
      case "back":
        at = Math.max(0, at - 1);
        break;
      case "clear":
        answers.delete(id);
        await dialogue.keep(id, undefined);
        break;
      case "unclear":
        if (unclear === mostUnclear) {
          dialogue.show(message("quiz.too-unclear", { count: mostUnclear }));
          return;
        }
        dialogue.show(message("quiz.unclear"));
        break;
      case "quit":
        return;
      default:
        reply satisfies never;
    }
  }
}

async function askQuestion(
  { quiz, order }: Sitting,
  id: string,
  answer: Answer | undefined,
  { style, show, read }: Dialogue,
): Promise<Reply> {
  const position = quiz.questions.findIndex((question) => question.id === id);
  const question = quiz.questions[position];
  if (question === undefined) throw new RangeError(`Cannot ask question "${id}": the quiz has no such question`);
  const choices = shuffleChoices(question, order);
  const words = answer === undefined ? [] : answerInWords(question, answer);
  const place = { number: position + 1, total: quiz.questions.length, answer: words };
  show(renderQuestionPrompt(question, choices, place, style));
  const line = await read();
  return line === undefined ? { state: "quit" } : parseReply(question, choices, line);
}
