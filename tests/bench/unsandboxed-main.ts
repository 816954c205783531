// Grades submissions one after the other without a sandbox, in this one warm process; prints as JSON what it took.
// Arguments: assignment, file of its work, folder of the class, from, to.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { bundleSubmission } from "../../sandbox/bundle/bundle-submission.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { computedTime } from "../../sandbox/os/process-tree.ts";
import { gradeUnsandboxed, loadUnsandboxed } from "./unsandboxed.ts";
import { readWork } from "./work.ts";

tf.enableProdMode();
await tf.setBackend("cpu");
const [assignment = "", workFile = "", folder = "", from = "0", to = "0"] = process.argv.slice(2);
const work = await readWork(workFile);
const paths = (await readdir(folder)).sort().map((name) => join(folder, name));
const warmUp = 12;

async function grade(path: string): Promise<number> {
  try {
    const { code } = await bundleSubmission(await readSubmission(path), { assignment, sourceBytes: 1_000_000 });
    return await gradeUnsandboxed(loadUnsandboxed(code), work);
  } catch {
    return 0;
  }
}

for (const path of paths.slice(0, warmUp)) await grade(path);
// With esbuild's process; 0 where the system does not tell.
const computed = (): number => computedTime(process.pid) ?? 0;
const [start, computedBefore] = [performance.now(), computed()];
let passed = 0;
for (const path of paths.slice(Number(from), Number(to))) passed += await grade(path);
const seconds = (performance.now() - start) / 1000;
process.stdout.write(`${JSON.stringify({ seconds, cpuSeconds: (computed() - computedBefore) / 1000, passed })}\n`);
process.exit(0);
