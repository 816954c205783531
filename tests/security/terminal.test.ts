import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { withInputs } from "../../graders/judge/with-inputs.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { submissionName } from "../../graders/session/submission-name.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { renderText } from "../../reports/terminal/render-text.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import type { CliResult } from "../graders/run-cli.ts";
import { runHere, runHereWith } from "../graders/run-in-process.ts";
import { loadAttacks, writeSubmission } from "./attack.ts";
import { brokenSubmissions } from "./broken-files.ts";
import { rawControls } from "./unsafe-text.ts";

const injections = (await loadAttacks()).filter(({ category }) => category === "injects");

describe("gradecheck check of what injects", () => {
  let session: GradingSession;
  beforeAll(async () => {
    const cacheDirectory = userDirectory("cache", process.env);
    session = await GradingSession.open({
      assignment: "w2-optimization",
      visibility: "visible",
      workers: 1,
      cacheDirectory,
    });
  });
  afterAll(() => session[Symbol.asyncDispose]());

  it.each(injections)("prints nothing of $id that acts on a terminal", async (attack) => {
    const text = await inTemporaryFolder(async (folder) => {
      const path = await writeSubmission(attack, folder);
      const report = await session.grade(await readSubmission(path), { name: submissionName(path) });
      const { exercises } = session.manifest;
      const view = studentView(withInputs(report, exercises, session.cases, "failing"));
      return renderText(view, { color: false, width: 100, showInputs: false });
    });
    expect(text).toContain("Visible cases: ");
    expect(rawControls(text)).toEqual([]);
  });

  // What the command writes besides is the same whatever the submission does; its name and its place come from outside.
  it.each(injections.slice(0, 2))("writes nothing of $id that acts on a terminal", async (attack) => {
    const { stdout, stderr } = await inTemporaryFolder(async (folder) => {
      const path = await writeSubmission(attack, folder);
      return runHere(folder, "check", "w2-optimization", path);
    });
    expect(stdout).toContain("Visible cases: ");
    expect(rawControls(stdout + stderr)).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("gradecheck grade without --json", () => {
  let run: CliResult;
  beforeAll(async () => {
    const named = brokenSubmissions.filter(({ what }) => what.startsWith("a name"));
    run = await inTemporaryFolder(async (folder) => {
      const paths = await Promise.all(named.map(({ make }) => make(folder)));
      const args = ["grade", "w2-optimization", ...paths, "--exercise", "updateLr", "--workers", "2"];
      return runHereWith({ GITHUB_ACTIONS: "true" }, folder, ...args);
    });
  });

  it("writes no name that acts on a terminal", () => {
    expect(run.code).toBe(0);
    expect(rawControls(run.stdout + run.stderr)).toEqual([]);
  });

  it("switches a workflow's commands off around what a submission says", () => {
    const [, token, inside, end] = /^::stop-commands::([\w-]{20,})\n([\s\S]*)\n(.*)\n$/.exec(run.stdout) ?? [];
    expect(end).toBe(`::${token}::`);
    // Switched off around it, and disarmed besides.
    expect(inside).toMatch(/^\\u003a:error::owned/m);
    expect(inside).not.toContain(token);
    expect(run.stderr).not.toMatch(/^\s*(::|##)/m);
  });

  it("tells a name that cannot be found without letting it act", async () => {
    const { code, stderr } = await inTemporaryFolder((folder) =>
      runHere(folder, "grade", "w2-optimization", "no\u001b[2Jsuch\nfile\u202e.ts", "--json"),
    );
    expect(code).toBe(2);
    expect(rawControls(stderr)).toEqual([]);
  });
});
