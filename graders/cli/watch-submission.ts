import { basename } from "node:path";
import { stdout } from "node:process";
import { message } from "../../reports/messages/message.ts";
import type { Report, TypeErrors } from "../../reports/report/report.ts";
import { renderTypesAlone } from "../../reports/terminal/render-text.ts";
import { renderChange, renderStatus } from "../../reports/terminal/render-watch.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import type { GradingSession } from "../session/grading-session.ts";
import type { TypeWatch } from "../types/type-watch.ts";
import { show, tell, terminalStyle } from "./output.ts";
import { reportFailure } from "./report-failure.ts";
import { type SubmissionVersion, submissionVersions } from "./submission-versions.ts";
import { type TellOptions, textOf, viewOf, writePage } from "./tell-check.ts";

/** What is watched, and everything that it takes, which stays ready from one version to the next. */
export type Watched = {
  readonly path: string;
  /** Of the submission, in its reports. */
  readonly name: string;
  /** As it is at first. */
  readonly files: SubmissionFiles;
  readonly session: GradingSession;
  /** Absent where type errors are not looked for. */
  readonly types: TypeWatch | undefined;
  /** A report with what is found besides. */
  readonly complete: (report: Report, found: TypeErrors | undefined) => Report;
  readonly options: TellOptions;
};

/** After so long, milliseconds, somebody at a terminal is told that a version is being checked. */
const patienceMs = 500;
/** From here on the screen is empty; what stood there can be scrolled back to. */
const clear = "\u001b[2J\u001b[H";
const rule = "─".repeat(40);

/**
 * Checks a submission, and again each time that it has been saved, until a signal ends the process. A version that is saved while the one
 * before is being checked takes its place. What goes wrong with us is told, and the next version is checked all the same.
 */
export async function watchSubmission(watched: Watched): Promise<never> {
  using versions = submissionVersions(watched.path, watched.files);
  const told = new Told(watched);
  let version: SubmissionVersion = { files: watched.files, since: 0 };
  for (;;) {
    const stop = new AbortController();
    const checking = told.check(version, stop.signal).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      reportFailure(error);
      tell(message("run.waiting"));
    });
    version = await versions.next();
    stop.abort(new Error("another version was saved"));
    // It has nothing more to say; what it ran is being ended.
    void checking;
  }
}

/** What somebody who watches has been told so far. */
class Told {
  readonly #watched: Watched;
  #isFirst = true;
  /** The last version that could be graded. */
  #graded: Report | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** Checks a version and tells the verdict: with its type errors if these are there as early, otherwise they come after it. */
  async check({ files, since }: SubmissionVersion, signal: AbortSignal): Promise<void> {
    const { path, session, types, name, complete, options } = this.#watched;
    let found: TypeErrors | undefined;
    const looking = types?.look(files, signal).then((errors) => {
      found = errors;
    });
    looking?.catch(() => undefined);
    using _ = this.#announce(signal);
    const graded = await session.grade(files, { name }, {}, signal);
    if (signal.aborted) return;
    const view = (): Report => viewOf(session, complete(graded, found), options);
    const early = view();
    this.#show(early);
    const tookMs = performance.now() - since;
    const { typeErrors } = early;
    if (options.html !== undefined) await writePage(options.html, early);
    await session.warm();
    await looking;
    if (signal.aborted) return;
    if (typeErrors === undefined && found !== undefined) {
      const late = view();
      const lines = renderTypesAlone(late, terminalStyle());
      if (lines !== "") show(lines);
      if (options.html !== undefined && !signal.aborted) await writePage(options.html, late);
    }
    tell(renderStatus(early, basename(path), tookMs));
  }

  #show(view: Report): void {
    const { options } = this.#watched;
    const change = this.#graded === undefined ? "" : renderChange(this.#graded, view, terminalStyle());
    const before = stdout.isTTY ? clear : this.#isFirst ? "" : `${rule}\n`;
    show(`${before}${textOf(view, options)}${change}`);
    this.#isFirst = false;
    if (view.status === "graded") this.#graded = view;
  }

  /** Tells somebody who waits that the version has been seen. */
  #announce(signal: AbortSignal): Disposable {
    if (!process.stderr.isTTY) return { [Symbol.dispose]: () => undefined };
    const timer = setTimeout(() => tell(message("run.checking", { file: basename(this.#watched.path) })), patienceMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  }
}
