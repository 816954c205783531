import { fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { VerifyNews, VerifyQuestion } from "./verify-main.ts";

/**
 * Proves an assignment or a quiz in a process of its own, which reads the course's modules as they are now: one that has imported
 * them has them as they were.
 * @param options.onNews Called with all that the process tells.
 * @param options.signal Ends it before it is done.
 */
export async function verifyApart(
  question: VerifyQuestion,
  options: { readonly onNews: (news: VerifyNews) => void; readonly signal: AbortSignal },
): Promise<void> {
  const script = fileURLToPath(new URL(`./verify-main${extname(import.meta.url)}`, import.meta.url));
  const child = fork(script, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const stop = (): void => void child.kill();
  options.signal.addEventListener("abort", stop);
  let isOver = false;
  child.on("message", (news: VerifyNews) => {
    isOver ||= "verification" in news || "message" in news;
    if (!options.signal.aborted) options.onNews(news);
  });
  const ended = new Promise<void>((resolve) => {
    for (const event of ["error", "close"]) child.once(event, () => resolve());
  });
  child.send(question);
  await ended;
  options.signal.removeEventListener("abort", stop);
  if (!isOver && !options.signal.aborted) options.onNews({ message: "the process that proves has ended" });
}
