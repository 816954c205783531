import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments, listQuizzes } from "../../../assignments/catalog/course.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { renderQuizPage } from "../../../reports/quiz/render-quiz-page.ts";
import { openSpokenQuiz } from "../../quiz/spoken-quiz.ts";
import { kitMaker, zipKit } from "../../release/kit-maker.ts";
import { hashKit, type KitContent } from "../../release/release-kit.ts";
import type { DefineCommand } from "../command-options.ts";
import { describeArguments, languageOption } from "../command-options.ts";
import { type ExitCode, exitCode, print, tell, UsageError } from "../output.ts";

/** `gradecheck release` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, { assignment: "for example w2-optimization, or a quiz such as w2-quiz" })
    .requiredOption("--out <folder>", "where the kits go, each into a folder called like its assignment")
    .option("--all", "all assignments and quizzes of the course")
    .option("--zip", "also pack each kit into a .zip")
    .addOption(languageOption())
    .action(async (ids, options) => finish(await release(ids, options)));

/** Options of `gradecheck release`. */
export type ReleaseOptions = { readonly out: string; readonly all?: boolean; readonly zip?: boolean };

/**
 * `gradecheck release <assignment…>`: what students are given, with nothing in it that they must not see.
 * @throws {UsageError} where there is nothing to release, or its folder is there already.
 */
export async function release(ids: readonly string[], { out, all, zip }: ReleaseOptions): Promise<ExitCode> {
  const [assignments, quizzes] = await Promise.all([listAssignments(), listQuizzes()]);
  const wanted = all ? [...assignments, ...quizzes] : ids;
  if (wanted.length === 0) throw new UsageError("Cannot release: name an assignment or a quiz, or use --all");
  for (const id of wanted) {
    const taken = [join(out, id), ...(zip ? [join(out, `${id}.zip`)] : [])].find((path) => existsSync(path));
    if (taken !== undefined)
      throw new UsageError(`Cannot release to "${taken}": it exists; remove it or use another --out`);
  }
  // Before anything is packed, which takes its time.
  for (const id of wanted) if (!quizzes.includes(id)) await findAssignment(id);
  const make = lazily(() => kitMaker(tell));
  for (const id of wanted) {
    const content = quizzes.includes(id) ? await quizKit(id) : await (await make())(id);
    await write(join(out, id), content);
    if (zip) await writeWhole(join(out, `${id}.zip`), [zipKit(id, content)]);
    print(`${id}  ${hashKit(content)}  ${join(out, id)}`);
  }
  tell(`Give students ${zip ? "the .zip files" : "these folders"}; nothing in them is secret`);
  return exitCode.done;
}

function lazily<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function quizKit(id: string): Promise<KitContent> {
  const { quiz, ...spoken } = await openSpokenQuiz(id);
  return { "quiz.html": renderQuizPage(quiz, { ...spoken, student: "", seed: 1 }) };
}

async function write(folder: string, content: KitContent): Promise<void> {
  try {
    for (const [path, file] of Object.entries(content)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeWhole(join(folder, path), [file]);
    }
  } catch (error) {
    // Half a kit would be taken for a whole one.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
