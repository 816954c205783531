// Honest submissions beside hostile ones, in one class, in several orders: the honest ones' reports must be the same bytes as
// when they are graded without the others. Prints what the company costs. `npm run attacks:mixed [honest] [hostile] [orders]`.

import { availableParallelism, cpus } from "node:os";
import { RandomState } from "../../assignments/values/random-state.ts";
import { type ClassMember, makeClass, shuffle, writeClass } from "../bench/make-class.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { gradePaths } from "./grade-attacks.ts";

useOwnFolders();
const [honestCount = 200, hostileCount = 40, orders = 5] = process.argv.slice(2).map(Number);
const members = await makeClass(honestCount, hostileCount, 4);
const honest = members.filter(({ kind }) => kind !== "hostile");

type Graded = {
  readonly seconds: number;
  readonly json: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
};

/** Grades a class in the given order, through the command line. */
async function grade(own: readonly ClassMember[]): Promise<Graded> {
  return inTemporaryFolder(async (folder) => {
    const { run, graded } = await gradePaths(folder, await writeClass(own, folder), {});
    const problems = run.left.map(({ command }) => `left behind: ${command}`);
    if (run.code !== 0) problems.push(`exit code ${run.code}`);
    // Paths of this run's own folder may be told to the instructor.
    const json = graded.map(({ json }, i) => [own[i]?.name ?? "", json.replaceAll(folder, "")] as const);
    return { seconds: run.seconds, json: new Map(json), problems };
  });
}

const rate = (count: number, seconds: number): string => `${(count / seconds).toFixed(1)}/s`;
process.stdout.write(`${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n`);
const alone = await grade(honest);
process.stdout.write(
  `${honest.length} honest alone: ${alone.seconds.toFixed(1)} s, ${rate(honest.length, alone.seconds)}\n`,
);

let failures = alone.problems.length;
for (let order = 1; order <= orders; order++) {
  const mixed = await grade(shuffle(members, new RandomState(order)));
  const differing = honest.filter(({ name }) => mixed.json.get(name) !== alone.json.get(name)).map(({ name }) => name);
  failures += differing.length + mixed.problems.length;
  const ratio = members.length / mixed.seconds / (honest.length / alone.seconds);
  process.stdout.write(
    `order ${order}: ${members.length} in ${mixed.seconds.toFixed(1)} s, ${rate(members.length, mixed.seconds)}, ` +
      `${ratio.toFixed(2)} of honest alone; ${differing.length} honest reports differ ${[...differing, ...mixed.problems].join(" ")}\n`,
  );
}
process.exitCode = failures === 0 ? 0 : 1;
