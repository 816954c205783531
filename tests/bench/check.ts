// How long a check takes: from a save to the verdict with `check --watch`, and as a whole process, cold and warm.
// `npm run bench:check [-- assignment …] [--runs 10] [--no-cold]`; medians, with the longest in brackets.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { exitOnSignals, openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";

/** A right and a wrong example of each. */
const examples: Readonly<Record<string, readonly [string, string]>> = {
  "w1-initialization": ["s01-perfect", "s02-he-counts-units"],
  "w1-regularization": ["s01-perfect", "s02-dropout-not-scaled"],
  "w1-gradient-checking": ["s01-perfect-loops", "s03-one-sided-network-check"],
  "w2-optimization": ["s01-perfect-functional", "s09-adam-no-bias-correction"],
};
const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
/** Between a verdict and the next save, milliseconds: nobody saves faster. */
const pauseMs = 300;

useOwnFolders();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: { runs: { type: "string", default: "10" }, cold: { type: "boolean", default: true } },
});
const runs = Number(values.runs);
using _ = exitOnSignals();
await using temporary = openTemporaryFolder("bench");
for (const id of positionals.length > 0 ? positionals : Object.keys(examples)) await measure(id);

async function measure(id: string): Promise<void> {
  const [right = "", wrong = ""] = (examples[id] ?? []).map((name) =>
    readFileSync(new URL(`../../assignments/${id}/examples/${name}.ts`, import.meta.url), "utf8"),
  );
  const file = join(temporary.path, "submission.ts");
  writeFileSync(file, wrong);
  const warm = await repeat(runs, () => wholeCheck(id, file));
  say(id, "check, warm", warm);
  const saves = await watchSaves(id, file, [right, wrong]);
  say(id, "save to verdict, --watch", saves.verdicts);
  say(id, "save to status line", saves.all);
  if (!values.cold) return;
  // The last save may have been right.
  writeFileSync(file, wrong);
  say(id, "check, cold", await repeat(runs, (run) => coldCheck(id, file, run)));
}

/** One save after the other, each with another text. The first are not counted: code is compiled as it is used. */
async function watchSaves(
  id: string,
  file: string,
  texts: readonly string[],
): Promise<{ readonly verdicts: readonly number[]; readonly all: readonly number[] }> {
  const child = spawn(process.execPath, [launcher, "check", id, file, "--watch"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let onVerdict = (): void => undefined;
  let onStatus = (): void => undefined;
  child.stdout.setEncoding("utf8").on("data", (text: string) => text.endsWith("\n") && onVerdict());
  child.stderr.setEncoding("utf8").on("data", (text: string) => text.includes("Ctrl-C") && onStatus());
  const both = (): Promise<readonly [number, number]> => {
    const start = performance.now();
    const since = (resolve: (ms: number) => void) => (): void => resolve(performance.now() - start);
    const verdict = new Promise<number>((resolve) => (onVerdict = since(resolve)));
    return Promise.all([verdict, new Promise<number>((resolve) => (onStatus = since(resolve)))]);
  };
  await both();
  const verdicts: number[] = [];
  const all: number[] = [];
  const uncounted = 3;
  for (let i = 0; i < runs + uncounted; i++) {
    await setTimeout(pauseMs);
    const told = both();
    writeFileSync(file, `${texts[i % texts.length]}\n// ${i}\n`);
    const [verdict, status] = await told;
    if (i < uncounted) continue;
    verdicts.push(verdict);
    all.push(status);
  }
  child.kill("SIGINT");
  await new Promise((resolve) => child.on("exit", resolve));
  return { verdicts, all };
}

/** Nothing else looks at it meanwhile: that would take a good part of its time. */
async function wholeCheck(id: string, file: string, env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [launcher, "check", id, file], { stdio: "ignore", env });
  const code = await new Promise((resolve) => child.on("exit", resolve));
  if (code !== 1) throw new Error(`Cannot measure: exit code ${code}`);
  return performance.now() - start;
}

/** With an empty cache folder: as after the installation. */
async function coldCheck(id: string, file: string, run: number): Promise<number> {
  const XDG_CACHE_HOME = join(temporary.path, `cache-${id}-${run}`);
  await mkdir(XDG_CACHE_HOME);
  return wholeCheck(id, file, { ...process.env, XDG_CACHE_HOME });
}

async function repeat(count: number, one: (run: number) => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < count; run++) all.push(await one(run));
  return all;
}

function say(id: string, what: string, all: readonly number[]): void {
  const sorted = all.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  const median = middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
  const cells = [
    id.padEnd(22),
    what.padEnd(26),
    `${median.toFixed(0).padStart(6)} ms`,
    `(${sorted.at(-1)?.toFixed(0)})`,
  ];
  process.stdout.write(`${cells.join(" ")}\n`);
}
