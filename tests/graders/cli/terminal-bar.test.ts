import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
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
const bar = new URL("graders/cli/terminal-bar.ts", root).href;
const showsSetup = `import { openProgress } from ${JSON.stringify(progress)};
  (await openProgress(process.stderr)).phase("Downloading", 0.5);`;
const showsBar = `import { openTerminalBar } from ${JSON.stringify(bar)};
  (await openTerminalBar({ format: "{bar}" })).start(3, 0);`;

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
