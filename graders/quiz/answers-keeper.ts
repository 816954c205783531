import { basename, dirname, extname, resolve } from "node:path";
import type { Answer } from "../../assignments/quiz/answers.ts";
import { writeWhole } from "../../assignments/storage/write-whole.ts";

/**
 * Keeps the answers of one student in a file, which is written whole after each change. Everything else that the file
 * held before stays in it.
 */
export class AnswersKeeper {
  readonly #file: string;
  #content: Readonly<Record<string, unknown>>;

  /**
   * @param file Path of `answers.json`.
   * @param content The parsed file as it is; an empty object where there is none.
   */
  constructor(file: string, quiz: string, content: Readonly<Record<string, unknown>>) {
    this.#file = file;
    this.#content = { quiz, answers: {}, ...content };
  }

  /**
   * Keeps an answer, or forgets it where there is none.
   * @throws the system's error where the file cannot be written; it is then as it was.
   */
  async keep(question: string, answer: Answer | undefined): Promise<void> {
    const { [question]: _, ...others } = this.#content["answers"] as Record<string, unknown>;
    const answers = answer === undefined ? others : { ...others, [question]: answer };
    this.#content = { ...this.#content, answers };
    await writeWhole(this.#file, `${JSON.stringify(this.#content, null, 2)}\n`);
  }
}

/** What a student's answers are called: the file's or folder's name, and for a file `answers.json` its folder's. */
export function answersName(path: string): string {
  const whole = resolve(path);
  const name = basename(whole, extname(whole));
  return name === "answers" ? basename(dirname(whole)) : name;
}
