import { join } from "node:path";
import { gradeClass, warmUp } from "./grade-class.ts";
import { cpuMsOf, type Measured, rateOf } from "./rows.ts";

const rounds = 3;

/**
 * Grades one class by another checkout and by this one, in turn: what a machine does at the time falls on both. Prints each run, and the
 * best of each checkout with their ratio.
 * @param before Folder of the other checkout.
 * @param folder For results.
 */
export async function compareCheckouts(before: string, paths: readonly string[], classFolder: string, folder: string) {
  const checkouts = [
    ["before", before],
    ["after", undefined],
  ] as const;
  const common = { assignment: "w2-optimization", folder: classFolder, count: paths.length, workers: 2 };
  for (const [name, checkout] of checkouts) {
    await warmUp(common.assignment, paths, join(folder, `warm-${name}`), checkout);
  }
  const runs = { before: [] as Measured[], after: [] as Measured[] };
  for (let round = 1; round <= rounds; round++) {
    for (const [name, checkout] of checkouts) {
      const out = join(folder, `${name}-${round}`);
      const run = await gradeClass({ ...common, out, ...(checkout !== undefined && { checkout }) });
      runs[name].push(run);
      process.stdout.write(`${round} ${name.padEnd(7)} ${phrase(cpuMsOf(run), rateOf(run))}, ${run.note ?? ""}\n`);
    }
  }
  const least = (some: readonly Measured[]): number => Math.min(...some.map(cpuMsOf));
  const most = (some: readonly Measured[]): number => Math.max(...some.map(rateOf));
  for (const [name, some] of Object.entries(runs)) {
    process.stdout.write(`best of ${rounds} ${name.padEnd(7)} ${phrase(least(some), most(some))}\n`);
  }
  const { before: old, after: now } = runs;
  const ratios = [least(now) / least(old), most(now) / most(old)].map((ratio) => ratio.toFixed(3));
  process.stdout.write(`after / before: CPU-ms ${ratios[0]}, submissions a second ${ratios[1]}\n`);
}

const phrase = (cpuMs: number, rate: number): string => `${cpuMs.toFixed(1)} CPU-ms each, ${rate.toFixed(1)}/s`;
