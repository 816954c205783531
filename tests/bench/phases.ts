// Where the time of a submission goes, phase by phase, in one process under the flags of the workers: the same functions that grade,
// called one after the other. Prints milliseconds per submission. Part of `npm run bench:class`; argument: how many submissions.
import { join } from "node:path";
import type { Case } from "../../assignments/catalog/case.ts";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { exitOnSignals, openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { writeWhole } from "../../assignments/storage/write-whole.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import { gradeRun } from "../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../graders/judge/grading-basis.ts";
import { misconceptionOutcomes } from "../../reference/misconceptions/misconception-outcomes.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { jsonText } from "../../reports/phrasing/text/json-text.ts";
import { bundleSubmission } from "../../sandbox/bundle/bundle-submission.ts";
import { loadGuestImage } from "../../sandbox/image/guest-image.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { outcomeOfReply } from "../../sandbox/replies/outcome-of-reply.ts";
import { parseReply } from "../../sandbox/replies/parse-reply.ts";
import { callHarness } from "../../sandbox/worker/call-harness.ts";
import { openContext, openGuest, openIsolate } from "../../sandbox/worker/guest.ts";
import { makeClass } from "./make-class.ts";
import { selection } from "./work.ts";

const count = Number(process.argv[2] ?? 60);
const warmUp = 10;
const limitMs = 5000;
const cacheDirectory = userDirectory("cache", process.env);
const assignment = await openAssignment("w2-optimization");
const { manifest } = assignment;
const cases = generateCases(assignment, selection);
const { values, backend } = await expectedValues(assignment, cases, {
  seed: 1,
  cache: openCache("expected", cacheDirectory),
});
const common = {
  schemaVersion: 1,
  assignment: manifest.id,
  assignmentTitle: manifest.title,
  assignmentVersion: "0",
  seed: 1,
  backend,
  audience: "instructor",
} as const;
const basis: GradingBasis = {
  exercises: manifest.exercises,
  cases,
  expected: values,
  properties: assignment.properties,
  common,
};
const outcomes = new Map(
  await Promise.all(
    manifest.exercises.map(async ({ id }) => {
      const own = cases.filter(({ exercise }) => exercise === id);
      return [
        id,
        await misconceptionOutcomes(assignment, own, { seed: 1, cache: openCache("misconceptions", cacheDirectory) }),
      ] as const;
    }),
  ),
);
const image = await loadGuestImage({ cacheDirectory });
const groups = [...Map.groupBy(cases, ({ exercise }) => exercise)];
const exercises = groups.map(([exercise, own]) => {
  const { parameters = [], mutates = [] } = manifest.exercises.find(({ id }) => id === exercise) ?? {};
  const visibleCases = own.filter(({ visibility }) => visibility === "visible").length;
  return {
    exercise,
    parameters,
    mutates,
    repeat: false,
    caseTimeMs: limitMs,
    caseIds: own.map(({ id }) => id),
    visibleCases,
  };
});
const encodeArguments = ({ args }: Case): Uint8Array => encodeValue({ kind: "list", items: args });
const inputs = groups.flatMap(([, own]) => own.map(encodeArguments));
const setup = {
  type: "setup",
  memoryMb: manifest.limits.memoryMb,
  consoleCharacters: manifest.limits.consoleBytes,
  exercises,
} as const;
const guest = openGuest(setup, [image.code, image.snapshot, ...inputs]);

const spent = new Map<string, number>();
let last = 0;
/** Books the time since the last call on a phase. */
function book(phase: string): void {
  const now = performance.now();
  spent.set(phase, (spent.get(phase) ?? 0) + now - last);
  last = now;
}

async function grade(name: string, text: string, folder: string): Promise<void> {
  last = performance.now();
  const bundle = await bundleSubmission(
    { name: "submission.ts", bytes: Buffer.from(text) },
    { assignment: manifest.id, sourceBytes: 1e6 },
  );
  book("bundle");
  const isolate = openIsolate(guest);
  const harness = openContext(isolate, guest);
  book("isolate and context");
  for (const { parameters, mutates } of guest.exercises) {
    harness.open.applySync(undefined, [parameters.join(","), mutates.join(",")]);
  }
  const runs: CaseRun[] = [];
  for (const [set, { exercise, caseIds, cases: ownCases }] of guest.exercises.entries()) {
    callHarness(harness, [set, bundle.code, setup.consoleCharacters], limitMs, "load");
    for (const [index, caseId] of caseIds.entries()) {
      const bytes = callHarness(harness, [set, ownCases[index], exercise, setup.consoleCharacters, false], limitMs);
      book("student code");
      const answer = bytes instanceof Uint8Array ? outcomeOfReply(parseReply(bytes), bundle.places, 16_000) : undefined;
      book("decode");
      if (answer !== undefined) runs.push({ exercise, caseId, console: answer.console, ...answer.outcome });
    }
  }
  isolate.dispose();
  book("isolate and context");
  const run = { loaded: true, exportNames: manifest.exercises.map(({ id }) => id), cases: runs } as const;
  const outcomesOf = async (exercise: string) => outcomes.get(exercise) ?? [];
  const report = await gradeRun(basis, { name, sha256: bundle.sha256 }, run, { outcomesOf });
  book("judge and diagnose");
  const own = studentView(report);
  const files = {
    [`${name}.html`]: renderHtml(report),
    [`${name}-own.html`]: renderHtml(own),
    [`${name}.json`]: jsonText(report, 2),
    [`${name}-own.json`]: jsonText(own, 2),
  };
  const journal = jsonText(report);
  book("render");
  for (const [file, content] of Object.entries(files)) await writeWhole(join(folder, file), content);
  await writeWhole(join(folder, `${name}-journal.json`), journal, { durable: true });
  book("write");
}

using _ = exitOnSignals();
await using temporary = openTemporaryFolder("phases");
const folder = temporary.path;
const members = (await makeClass(2 * count, 0, 1))
  .filter(({ kind }) => kind !== "does not load")
  .slice(0, count + warmUp);
for (const [i, { name, text }] of members.entries()) {
  if (i === warmUp) spent.clear();
  await grade(name, text, folder);
}
const graded = members.length - warmUp;
let sum = 0;
for (const [phase, ms] of spent) {
  sum += ms / graded;
  process.stdout.write(`  ${phase.padEnd(22)} ${(ms / graded).toFixed(2).padStart(7)} ms\n`);
}
process.stdout.write(`  ${"together".padEnd(22)} ${sum.toFixed(2).padStart(7)} ms\n`);
process.exit(0);
