import { basename, dirname, extname, resolve } from "node:path";
import type { Answer } from "../../assignments/quiz/answers.ts";
import { writeWhole } from "../../assignments/storage/write-whole.ts";

/**
 * Keeps the answers of one student in a file, which is rewritten after each change. Everything else in the file stays.
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
   * Saves an answer, or removes it where it is undefined.
   * @throws the system's error where the file cannot be written; it then stays as it was.
   */
  async keep(question: string, answer: Answer | undefined): Promise<void> {
    const { [question]: _, ...others } = this.#content["answers"] as Record<string, unknown>;
    const answers = answer === undefined ? others : { ...others, [question]: answer };
    this.#content = { ...this.#content, answers };
    await writeWhole(this.#file, `${JSON.stringify(this.#content, null, 2)}\n`);
  }
}

/** The name of a student's answers: the file's or folder's name, and for a file `answers.json` its folder's. */
export function answersName(path: string): string {
  const whole = resolve(path);
  const name = basename(whole, extname(whole));
  return name === "answers" ? basename(dirname(whole)) : name;
}
