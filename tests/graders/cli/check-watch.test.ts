import { readdirSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { ctrlC, onTerminal } from "../../fixtures/on-terminal.ts";
import { type RunningCommand, startCommand, untilGone } from "../../fixtures/running-command.ts";
import { runHere, runHereWith } from "../run-in-process.ts";

const launcher = fileURLToPath(new URL("../../../graders/gradecheck.js", import.meta.url));
const right = "export const updateLr = (a: number, e: number, b: number) => a / (1 + b * e);\n";
const wrong = right.replace("1 +", "1 -");
const only = ["--exercise", "updateLr"];

/** Of a command that watches: what it has printed since the last time, once it waits again. */
function readRuns(command: RunningCommand): () => Promise<string> {
  let runs = 0;
  let read = 0;
  const ended = () => command.stderr().split("Ctrl-C ends this").length - 1;
  return async () => {
    runs += 1;
    await vi.waitFor(() => expect(ended(), command.stderr()).toBe(runs), { timeout: 30_000, interval: 20 });
    const text = command.stdout();
    const fresh = text.slice(read);
    read = text.length;
    return fresh;
  };
}

test("gradecheck check --watch checks each version that is saved, however it is saved and whatever is in it, until Ctrl-C", () =>
  inTemporaryFolder(async (folder) => {
    const [file, page] = [join(folder, "mine.ts"), join(folder, "feedback.html")];
    await writeFile(file, wrong);
    const command = startCommand(["check", "w2-optimization", file, "--watch", ...only, "--html", page], {
      temporary: folder,
    });
    const nextRun = readRuns(command);
    expect(await nextRun()).toContain("Visible cases: 1 of 3 pass");
    await writeFile(join(folder, "notes.txt"), "nothing to check");

    await writeFile(`${file}.tmp`, right);
    await rename(`${file}.tmp`, file);
    const mended = await nextRun();
    expect(mended).toMatch(/^─+\n/);
    expect(mended).toContain("Visible cases: 3 of 3 pass");
    expect(mended).toContain("Since the last run: fixed: updateLr (2 cases).");
    expect(mended).not.toContain("\u001b");
    expect(await readFile(page, "utf8")).toContain("3 of 3");

    await writeFile(file, "export const updateLr = (;\n");
    expect(await nextRun()).toContain("mine.ts:1: ");
    expect(command.stderr()).toContain("mine.ts: could not be run, ");

    await writeFile(file, `${wrong}const text: string = 3;\n`);
    const broken = await nextRun();
    expect(broken).toContain("TypeScript finds a type error. It costs no points.");
    expect(broken).toContain("Since the last run: newly failing: updateLr (2 cases).");
    expect(command.stderr()).toContain("mine.ts: 1 of 3 visible cases pass, ");

    const processes = command.processes();
    command.kill("SIGINT");
    expect(await command.ended).toBe(130);
    await untilGone(processes);
    expect(readdirSync(folder).sort()).toEqual(["feedback.html", "mine.ts", "notes.txt"]);
  }));

test("gradecheck check --watch gives up what never returns when a new version is saved, and survives one that fills the memory", () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "submission.ts");
    await writeFile(file, right);
    const command = startCommand(["check", "w2-optimization", file, "--watch", ...only], { temporary: folder });
    const nextRun = readRuns(command);
    await nextRun();
    // Loaded only: no case can pass, and none is waited for.
    await writeFile(file, `${right}for (;;);\n`);
    await vi.waitFor(() => expect(command.processes().length).toBeGreaterThan(2));
    await writeFile(file, wrong);
    const told = await nextRun();
    expect(told).toContain("Visible cases: 1 of 3 pass");
    expect(told).not.toContain("stopped");

    await writeFile(
      file,
      "export const updateLr = (held: unknown[] = []) => { for (;;) held = [held, held.slice()]; };\n",
    );
    await nextRun();
    await rm(file);
    await vi.waitFor(() => expect(command.stderr()).toContain("no such file or folder; waiting for it"), 10_000);
    await writeFile(file, right);
    expect(await nextRun()).toContain("Visible cases: 3 of 3 pass");
    command.kill("SIGINT");
    expect(await command.ended).toBe(130);
  }));

test("gradecheck check --watch on a terminal begins each run on an empty screen; Ctrl-C ends it while a submission runs", () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "submission.ts");
    await writeFile(file, wrong);
    const env = { ...process.env, CI: "", NO_COLOR: "1", TMPDIR: folder };
    const args = [launcher, "check", "w2-optimization", file, "--watch", ...only];
    const terminal = onTerminal(args, { cwd: folder, env });
    await terminal.until("Ctrl-C ends this");
    await writeFile(file, right);
    await terminal.until("all 3 visible cases pass");
    expect(terminal.shown().split("\u001b[2J\u001b[H")).toHaveLength(3);
    // Nothing but that: colours are switched off.
    expect(terminal.shown().replaceAll("\u001b[2J\u001b[H", "")).not.toContain("\u001b");
    await writeFile(file, `${right}for (;;);\n`);
    await terminal.until("Checking submission.ts");
    terminal.type(ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(readdirSync(folder)).toEqual(["submission.ts"]);
  }));

test("gradecheck check --watch checks a folder again when a file is saved that the submission imports", () =>
  inTemporaryFolder(async (folder) => {
    const own = join(folder, "mine");
    await mkdir(join(own, "parts"), { recursive: true });
    await writeFile(join(own, "submission.ts"), 'export { updateLr } from "./parts/rates.ts";\n');
    await writeFile(join(own, "parts", "rates.ts"), wrong);
    const command = startCommand(["check", "w2-optimization", own, "--watch", ...only], { temporary: folder });
    const nextRun = readRuns(command);
    await nextRun();
    await writeFile(join(own, "parts", "rates.ts"), right);
    expect(await nextRun()).toContain("Since the last run: fixed: updateLr (2 cases).");
    command.kill("SIGINT");
    expect(await command.ended).toBe(130);
  }));

test.each([
  [["--json"], "option '--watch' cannot be used with option '--json'"],
  [["--classroom", "result.json"], "option '--watch' cannot be used with option '--classroom <file>'"],
])("gradecheck check --watch is refused with %s, in one line", (options, why) =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "submission.ts"), right);
    const check = ["check", "w2-optimization", "submission.ts", "--watch", ...options];
    const { code, stdout, stderr } = await runHere(folder, ...check);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `error: ${why}\n` });
  }),
);

test("gradecheck check --watch is refused in CI, for a quiz, and for a file that is not there", () =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "submission.ts"), right);
    const refusal = async (CI: string, ...args: readonly string[]) => {
      const { code, stdout, stderr } = await runHereWith({ CI }, folder, "check", ...args, "--watch");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      return stderr;
    };
    expect(await refusal("true", "w2-optimization", "submission.ts")).toContain("Cannot watch in a CI job");
    expect(await refusal("", "w2-quiz", "answers.json")).toContain('or --watch with "w2-quiz"');
    expect(await refusal("", "w2-optimization", "missing.ts")).toContain('"missing.ts": no such file or folder');
  }));
