import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assignmentsFolder, listAssignments, listQuizzes, referenceFolder } from "../../assignments/catalog/course.ts";
import { message } from "../../reports/messages/message.ts";
import { phraseProof } from "../../reports/phrasing/phrase-proof.ts";
import { renderProofShort, renderTotal } from "../../reports/terminal/render-verification.ts";
import type { VerifyNews, VerifyQuestion } from "../verify/verify-main.ts";
import { verifyApart } from "../verify/verify-process.ts";
import { print, tell, terminalStyle } from "./output.ts";
import { openProgress } from "./progress.ts";
import { watchFolders } from "./watch-folders.ts";

/** An assignment or a quiz as its files are now. */
type Work = { readonly id: string; readonly isQuiz: boolean; readonly content: string };

/**
 * Proves each assignment and quiz, and again whenever a file of it or of its reference has changed, until a signal ends the process.
 * What changes while it is being proved is proved anew at once.
 * @param chosen Ids; all of the course where there are none, those too that are added meanwhile.
 */
export async function watchVerification(
  chosen: readonly string[],
  settings: Pick<VerifyQuestion, "cacheDirectory" | "workers" | "proofs">,
): Promise<never> {
  using changes = watchFolders([assignmentsFolder(), referenceFolder("")].filter((folder) => existsSync(folder)));
  const proved = new Map<string, string>();
  let isToldToWait = false;
  for (let change = changes.next(); ; ) {
    const changed = (await listWork(chosen)).find(({ id, content }) => proved.get(id) !== content);
    if (changed === undefined) {
      // What concerns nothing here, such as another assignment, is passed over in silence.
      if (!isToldToWait) tell(message("run.waiting"));
      isToldToWait = true;
      await change;
      change = changes.next();
      continue;
    }
    const { id, isQuiz, content } = changed;
    proved.set(id, content);
    isToldToWait = false;
    const stop = new AbortController();
    const proving = prove({ id, isQuiz, ...settings }, stop.signal);
    while (await Promise.race([change.then(() => true), proving.then(() => false)])) {
      change = changes.next();
      if ((await contentOf(id)) !== content) stop.abort();
    }
    await proving;
  }
}

async function prove(question: VerifyQuestion, signal: AbortSignal): Promise<void> {
  const { id } = question;
  const style = terminalStyle();
  const progress = await openProgress(process.stderr.isTTY ? "bar" : "none");
  const say = (text: string): void => {
    progress.stop();
    print(text);
  };
  const onNews = (news: VerifyNews): void => {
    if ("progress" in news) {
      const { proof, done, total } = news.progress;
      progress.show({ label: `${id}: ${phraseProof(proof)}`, done, total });
    } else if ("proof" in news) say(renderProofShort(news.proof, style));
    else if ("verification" in news) say(`${id}: ${renderTotal([news.verification], style)}\n`);
    else say(`${id}: could not be proved: ${news.message}\n`);
  };
  say(`${new Date().toLocaleTimeString()}  ${id}`);
  await verifyApart(question, { onNews, signal }).finally(progress.stop);
  if (signal.aborted) say(`${id} has changed meanwhile\n`);
}

async function listWork(chosen: readonly string[]): Promise<Work[]> {
  const [assignments, quizzes] = await Promise.all([listAssignments(), listQuizzes()]);
  const known = [...assignments, ...quizzes].filter((id) => chosen.length === 0 || chosen.includes(id));
  return Promise.all(known.map(async (id) => ({ id, isQuiz: quizzes.includes(id), content: await contentOf(id) })));
}

/** @returns A hash of all its files; of one that goes while it is read, nothing. */
async function contentOf(id: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of [join(assignmentsFolder(), id), referenceFolder(id)]) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names.sort()) {
      // A folder gives nothing.
      const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
      hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest("hex");
}
