import { stat } from "node:fs/promises";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import type { Answer } from "../../../assignments/quiz/answers.ts";
import type { Quiz } from "../../../assignments/quiz/quiz.ts";
import type { AnswersReading } from "../../../assignments/quiz/read-answers.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { message } from "../../../reports/messages/message.ts";
import { phraseAnswerNote, phraseAnswersFileProblem } from "../../../reports/phrasing/phrase-answers.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { renderQuizPage } from "../../../reports/quiz/render-quiz-page.ts";
import { AnswersKeeper } from "../../quiz/answers-keeper.ts";
import { askQuestions } from "../../quiz/ask-questions.ts";
import { readAnswersFile, readingOf } from "../../quiz/read-answers-file.ts";
import { openSpokenQuiz } from "../../quiz/spoken-quiz.ts";
import { type DefineCommand, describeArguments, integer, languageOption } from "../command-options.ts";
import { type ExitCode, exitCode, print, tell, terminalStyle, UsageError } from "../output.ts";
import { tellRead } from "../tell-read.ts";

/** `gradecheck quiz` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, {
    quiz: "for example w1-quiz",
  })
    .option("--out <file>", "file for the answers, saved after each one", "answers.json")
    .option("--student <name>", "your name; it decides the order of the choices", "")
    .option("--seed <integer>", "order the choices in another way", integer(0), 1)
    .option("--all", "also ask the questions that are answered")
    .option("--html <file>", "write a page to answer on, instead of asking here")
    .addOption(languageOption())
    .action(async (id, options) => finish(await quiz(id, options)));

/** Options of `gradecheck quiz`. */
export type QuizOptions = {
  readonly out: string;
  readonly student: string;
  readonly seed: number;
  readonly html?: string;
  readonly all?: boolean;
};

/**
 * `gradecheck quiz <quiz>`: asks the questions in the terminal and keeps the answers in a file after each one, or writes
 * the page on which they can be answered.
 * @throws {UsageError} where the file holds something else than answers to this quiz, which is left as it is, or cannot
 * be written.
 */
export async function quiz(id: string, options: QuizOptions): Promise<ExitCode> {
  const { quiz: questions, ...spoken } = await openSpokenQuiz(id);
  const { html } = options;
  if (html !== undefined) {
    await save(html, () => writeWhole(html, renderQuizPage(questions, { ...options, ...spoken })));
    tell(`Quiz page: ${html}`);
    return exitCode.done;
  }
  await answerInTerminal(questions, options);
  return exitCode.done;
}

async function answerInTerminal(questions: Quiz, { out, student, seed, all }: QuizOptions): Promise<void> {
  const { answers, content, notes } = await resume(questions, out);
  const asked = questions.questions.map(({ id }) => id).filter((id) => all || !answers.has(id));
  const total = questions.questions.length;
  print(message("quiz.answered-so-far", { title: questions.title, answered: answers.size, total }));
  for (const note of notes) print(message("terminal.note", { note: printable(note) }));
  if (asked.length === 0) {
    print(message("quiz.nothing-to-ask", { file: out }));
    return;
  }
  print(message("quiz.keys"));
  const answered = new Set(answers.keys());
  const keeper = new AnswersKeeper(out, questions.id, content);
  const keep = async (id: string, answer: Answer | undefined): Promise<void> => {
    await save(out, () => keeper.keep(id, answer));
    if (answer === undefined) answered.delete(id);
    else answered.add(id);
  };
  const lines = openLines();
  try {
    const order = { quiz: questions.id, seed, student };
    const dialogue = { style: terminalStyle(), show: print, read: lines.read, keep };
    await askQuestions({ quiz: questions, asked, answers, order }, dialogue);
  } finally {
    lines.close();
  }
  print(`\n${message("quiz.answered", { answered: answered.size, total })}`);
  if (answered.size > 0) print(message("quiz.kept", { file: out }));
}

type Before = {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly content: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
};

async function resume(questions: Quiz, out: string): Promise<Before> {
  const isThere = await stat(out).then(
    () => true,
    () => false,
  );
  if (!isThere) return { answers: new Map(), content: {}, notes: [] };
  const files = await readAnswersFile(out);
  if ("unread" in files) throw new UsageError(`Cannot continue with "${out}": ${files.unread}`);
  const reading = readingOf(questions, files);
  if (!reading.readable) {
    const reason = printable(phraseAnswersFileProblem(reading.problem, questions.id));
    throw new UsageError(
      `Cannot continue with "${out}", which is left unchanged: ${reason} Name another file with --out.`,
    );
  }
  tellRead(out);
  return { answers: answersOf(reading), content: reading.content, notes: reading.notes.map(phraseAnswerNote) };
}

function answersOf({ given }: Extract<AnswersReading, { readable: true }>): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const [id, one] of given) if (one.state === "answered") answers.set(id, one.answer);
  return answers;
}

/** Lines of standard input one by one; those that arrive before they are asked for wait, also after its end. */
function openLines(): { readonly read: () => Promise<string | undefined>; readonly close: () => void } {
  const reader = createInterface({ input: stdin, output: stdout, terminal: stdin.isTTY && stdout.isTTY });
  const lines = reader[Symbol.asyncIterator]();
  let isOpen = true;
  reader.on("close", () => {
    isOpen = false;
  });
  reader.on("SIGINT", () => reader.close());
  const read = async (): Promise<string | undefined> => {
    if (isOpen) reader.prompt();
    const { value, done } = await lines.next();
    return done ? undefined : value;
  };
  return { read, close: () => reader.close() };
}

async function save(file: string, write: () => Promise<void>): Promise<void> {
  await write().catch((error: unknown) => {
    throw new UsageError(`Cannot write "${file}": ${error instanceof Error ? error.message : String(error)}`);
  });
}
