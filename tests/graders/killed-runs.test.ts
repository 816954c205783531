import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zip } from "../fixtures/archives.ts";
import { startCommand, untilAtWork, untilGone } from "../fixtures/running-command.ts";
import { runCli } from "./run-cli.ts";

const assignment = "w2-optimization";
const oneExercise = ["--exercise", "updateLr"];
/** Keeps whoever grades it busy until a signal comes. */
const loop = "export const updateLr = () => { for (;;); };\n";

let inputs = "";
/** Arguments, and what the temporary folders of that command are for. */
let commands: ReadonlyMap<string, { readonly args: readonly string[]; readonly purposes: readonly string[] }>;

beforeAll(async () => {
  inputs = await mkdtemp(join(tmpdir(), "killed-runs-"));
  const names = Array.from({ length: 4 }, (_, i) => `student-${i}`);
  const [endless, handedIn] = [join(inputs, "endless.ts"), join(inputs, "handed-in.zip")];
  await writeFile(endless, loop);
  await writeFile(handedIn, zip(names.map((name) => ({ name: `${name}.ts`, data: `// ${name}\n${loop}` }))));
  await writeFile(join(inputs, "nothing.zip"), zip([{ name: "README.md", data: "" }]));
  await mkdir(join(inputs, "first"));
  await writeFile(join(inputs, "first", "ada.ts"), "export {};\n");
  const since = join(inputs, "since");
  const first = ["batch", assignment, join(inputs, "first"), "--out", since, ...oneExercise];
  expect(await runCli(inputs, ...first)).toMatchObject({ code: 0 });
  const [feedback, results] = [join(inputs, "feedback"), join(inputs, "results")];
  const ofClass = ["sandbox", "intake"];
  commands = new Map([
    ["check", { args: ["check", assignment, endless, ...oneExercise], purposes: ["sandbox"] }],
    ["grade", { args: ["grade", assignment, endless, "--out", feedback, ...oneExercise], purposes: ["sandbox"] }],
    ["batch", { args: ["batch", assignment, handedIn, "--out", results, ...oneExercise], purposes: ofClass }],
    ["regrade", { args: ["regrade", "--since", since, "--submissions", handedIn], purposes: ofClass }],
    ["verify", { args: ["verify", "w1-gradient-checking"], purposes: ["sandbox"] }],
  ]);
});
afterAll(() => rm(inputs, { recursive: true, force: true }));

/** Runs a command until it is at work and sends it a signal. @returns Its temporary folder. */
async function interrupt(name: string, signal: NodeJS.Signals, expected: number | NodeJS.Signals): Promise<string> {
  const { args, purposes } = commands.get(name) ?? { args: [], purposes: [] };
  const temporary = await mkdtemp(join(inputs, "tmp-"));
  const command = startCommand(args, { temporary });
  await untilAtWork(command, temporary, purposes);
  const processes = command.processes();
  command.kill(signal);
  expect(await command.ended).toBe(expected);
  await untilGone(processes);
  return temporary;
}

describe.each(["check", "grade", "batch", "regrade", "verify"])("gradecheck %s", (name) => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leaves no folder and no process behind after %s", async (signal, code) => {
    expect(await readdir(await interrupt(name, signal, code))).toEqual([]);
  });

  it("leaves no process behind after SIGKILL, and the next start removes its folders", async () => {
    const temporary = await interrupt(name, "SIGKILL", "SIGKILL");
    expect(await readdir(temporary)).not.toEqual([]);
    // Whichever command it is, the first temporary folder that it makes.
    const next = ["batch", assignment, join(inputs, "nothing.zip"), "--out", join(inputs, "none")];
    expect(await startCommand(next, { temporary }).ended).toBe(2);
    expect(await readdir(temporary)).toEqual([]);
  });
});

it("gradecheck leaves nothing behind when its terminal is closed", async () => {
  expect(await readdir(await interrupt("batch", "SIGHUP", 129))).toEqual([]);
});

it("gradecheck ends with 3 and leaves nothing behind where an exception comes from nowhere", async () => {
  const temporary = await mkdtemp(join(inputs, "tmp-"));
  const command = startCommand(["check", assignment, join(inputs, "endless.ts"), ...oneExercise], {
    temporary,
    preload: throwsInTheMiddle,
  });
  expect(await command.ended).toBe(3);
  expect(command.stderr()).toMatch(/^gradecheck failed: Error: in the middle\n/);
  expect(await readdir(temporary)).toEqual([]);
});

/** Runs in the process of the command: throws from a timer, as soon as the sandbox is there. */
const throwsInTheMiddle = `
  import { readdirSync } from "node:fs";
  import { tmpdir } from "node:os";
  setInterval(() => {
    if (readdirSync(tmpdir()).some((name) => name.includes("-sandbox-"))) throw new Error("in the middle");
  }, 10);
`;
