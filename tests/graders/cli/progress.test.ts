import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openClassProgress } from "../../../graders/cli/class-progress.ts";
import { openProgress } from "../../../graders/cli/progress.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { ctrlC, onTerminal, terminalState } from "../../fixtures/on-terminal.ts";

const root = new URL("../../../", import.meta.url);
const launcher = fileURLToPath(new URL("graders/gradecheck.js", root));
const endless = fileURLToPath(new URL("assignments/w2-optimization/examples/s24-endless-loop.ts", root));
const hidesCursor = "\u001b[?25l";
const stopsWrapping = "\u001b[?7l";
const asBefore = { showsCursor: true, wrapsLines: true };

/** Two submissions that keep the grader busy. */
async function attempt(folder: string): Promise<string> {
  const handedIn = join(folder, "handed-in");
  await mkdir(handedIn);
  for (const name of ["ada", "bo"]) await copyFile(endless, join(handedIn, `${name}.ts`));
  return handedIn;
}

it.each(["grade", "batch"])(
  "Ctrl-C gives the terminal back as it was when gradecheck %s shows its bar",
  async (name) => {
    await inTemporaryFolder(async (folder) => {
      const handedIn = await attempt(folder);
      const files = name === "batch" ? [handedIn] : ["ada", "bo"].map((student) => join(handedIn, `${student}.ts`));
      const args = [launcher, name, "w2-optimization", ...files, "--out", join(folder, "out")];
      const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret", TMPDIR: folder };
      const command = onTerminal(args, { cwd: folder, env });
      await command.until(hidesCursor);
      await command.until(stopsWrapping);
      command.type(ctrlC);
      expect(await command.ended).toBe(130);
      expect(terminalState(command.shown())).toEqual(asBefore);
    });
  },
);

const progress = new URL("reference/tensorflow/setup/progress.ts", root).href;
const signals = new URL("assignments/storage/temporary-folder.ts", root).href;
const display = new URL("graders/cli/progress.ts", root).href;
const showsSetup = `import { openProgress } from ${JSON.stringify(progress)};
  (await openProgress(process.stderr)).phase("Downloading", 0.5);`;
const showsBar = `import { openProgress } from ${JSON.stringify(display)};
  (await openProgress("auto")).show({ label: "grading", done: 0, total: 3 });`;

it.each([
  ["the setup of TensorFlow", showsSetup],
  ["a command", showsBar],
])("the terminal is as before after an exception and after Ctrl-C beside the bar of %s", async (_, shows) => {
  await inTemporaryFolder(async (folder) => {
    const run = (program: string): ReturnType<typeof onTerminal> =>
      onTerminal(["--input-type=module", "-e", program], { cwd: folder, env: process.env });
    const thrown = run(`${shows}\nsetTimeout(() => { throw new Error("in the middle"); });`);
    expect(await thrown.ended).toBe(1);
    expect(thrown.shown()).toContain(hidesCursor);
    expect(terminalState(thrown.shown())).toEqual(asBefore);
    const stopped = run(`import { exitOnSignals } from ${JSON.stringify(signals)};\nexitOnSignals();\n${shows}`);
    await stopped.until(hidesCursor);
    stopped.type(ctrlC);
    expect(await stopped.ended).toBe(130);
    expect(terminalState(stopped.shown())).toEqual(asBefore);
  });
});

describe("openProgress()", () => {
  const written = (): string => spy.mock.calls.map(([text]) => String(text)).join("");
  const spy = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  afterEach(() => spy.mockClear());

  it("writes a line for each beginning and each end, and none between where little time has passed", async () => {
    const { show, stop } = await openProgress("lines");
    show({ label: "w1: mutants" });
    for (const done of [150, 151, 152]) show({ label: "w1: mutants", done, total: 152 });
    stop();
    expect(written()).toMatch(/^w1: mutants\nw1: mutants 152 of 152, \d+\.\d\/s, 0 s left\n$/);
  });

  it("says of a class how many were graded, and how", async () => {
    const { graded, stop } = await openClassProgress(3, "lines");
    graded("graded");
    graded("not-gradable");
    graded("graded", true);
    stop();
    expect(written()).toMatch(/^grading 3 of 3, \d+\.\d\/s, 0 s left: 2 graded, 1 not gradable, 1 reused\n$/);
  });

  it("writes the same as JSON, and nothing at all, where it is told to", async () => {
    for (const style of ["json", "none"] as const) (await openClassProgress(1, style)).graded("grader-error");
    expect(JSON.parse(written())).toEqual({
      event: "progress",
      done: 1,
      total: 1,
      perSecond: expect.any(Number),
      etaSeconds: 0,
      outcomes: { graded: 0, "not-gradable": 0, "grader-error": 1 },
      found: 0,
    });
  });
});
