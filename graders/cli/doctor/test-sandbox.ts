import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Case } from "../../../assignments/catalog/case.ts";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { loadGuestImage } from "../../../sandbox/image/guest-image.ts";
import { loadWorkerScript } from "../../../sandbox/image/worker-script.ts";
import { Sandbox } from "../../../sandbox/pool/sandbox.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { type Finding, finding } from "./finding.ts";

/** A submission that attacks, and one function of it that does its work: neither may cost the other anything. */
const submission = `
export function loop(): number { for (;;) {} }
export function fill(): number { const all: number[][] = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
/** In how many ways a file, or the process that it runs in, can be reached. */
export function reach(): number {
  const ways = [
    (whole: any) => whole.process.getBuiltinModule("fs").readFileSync("/etc/passwd"),
    (whole: any) => whole.process.binding("fs").open,
    (whole: any) => whole.process.mainModule.require("fs").readFileSync("/etc/passwd"),
    (whole: any) => whole.require("fs").readFileSync("/etc/passwd"),
    (whole: any) => whole.process.kill(whole.process.ppid, 0),
    (whole: any) => whole.Deno ?? whole.Bun ?? whole.process.dlopen.name,
  ];
  const globals: unknown[] = [globalThis];
  try { globals.push(Function("return this")()); } catch {}
  try { globals.push(reach.constructor.constructor("return globalThis")()); } catch {}
  const isReached = (way: (whole: any) => unknown, whole: unknown): boolean => {
    try { return way(whole) !== undefined; } catch { return false; }
  };
  return globals.flatMap((whole) => ways.filter((way) => isReached(way, whole))).length;
}
export function work(): number { return 42; }
`;

const tests: readonly {
  readonly id: string;
  readonly what: string;
  readonly isAsItShould: (run: CaseRun) => boolean;
}[] = [
  { id: "loop", what: "an endless loop is stopped", isAsItShould: ({ outcome }) => outcome === "timeout" },
  { id: "fill", what: "filling the memory is stopped", isAsItShould: ({ outcome }) => outcome === "memory" },
  { id: "reach", what: "no file and no process can be reached", isAsItShould: (run) => returns(run, 0) },
  { id: "work", what: "what does its work beside them loses nothing", isAsItShould: (run) => returns(run, 42) },
];

const returns = (run: CaseRun, value: number): boolean =>
  run.outcome === "returned" && run.value.kind === "number" && run.value.value === value;

const limits = { caseTimeMs: 500, submissionTimeMs: 30_000, memoryMb: 128, consoleBytes: 1000, sourceBytes: 10_000 };

/** Grades a submission that attacks as those of students are graded. No course takes part. */
export async function testSandbox(): Promise<Finding[]> {
  try {
    const runs = await runAttacks();
    return tests.map(({ id, what, isAsItShould }) => {
      const run = runs.find(({ exercise }) => exercise === id);
      const detail = run === undefined ? "did not run" : run.outcome;
      return finding(`self-test: ${what}`, run !== undefined && isAsItShould(run), detail, { state: "missing", mend });
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ what: "self-test", state: "missing", detail, mend }];
  }
}

const mend = "do not grade here; install gradecheck anew, or report this line";

async function runAttacks(): Promise<readonly CaseRun[]> {
  await using course = openTemporaryFolder("doctor");
  // Nothing reads it, but a course has an assignment.
  const assignment = join(course.path, "assignments", "self-test");
  await mkdir(assignment, { recursive: true });
  await writeFile(join(assignment, "assignment.json"), "{}");
  // The command line gives it back at its end.
  process.env[courseVariable] = course.path;
  await using compiler = new Compiler();
  const bytes = new TextEncoder().encode(submission);
  const options = { assignment: "self-test", sourceBytes: limits.sourceBytes };
  const cacheDirectory = userDirectory("cache", process.env);
  const [bundle, image, script] = await Promise.all([
    compiler.bundle({ name: "self-test.ts", bytes }, options),
    loadGuestImage({ cacheDirectory }),
    loadWorkerScript({ cacheDirectory }),
  ]);
  const cases = tests.map(
    ({ id }): Case => ({ id: "hidden-1", exercise: id, visibility: "hidden", title: id, args: [] }),
  );
  const exercises = Object.fromEntries(tests.map(({ id }) => [id, id === "fill" ? { caseTimeMs: 10_000 } : {}]));
  await using sandbox = await Sandbox.open({ script, limits, workers: 1 });
  sandbox.setUp({ image, cases, exercises, limits });
  const run = await sandbox.run(bundle);
  if (!run.loaded) throw new Error(run.failure.message);
  return run.cases;
}
