// Grades the same submissions by two checkouts and tells where verdicts, points or facts differ; sentences may. For changes that are to change nothing.
// `node tests/bench/compare-verdicts.ts <other checkout> [<folder whose subfolders are named after assignments> …]`.
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";

useOwnFolders();
const [other = "", ...folders] = process.argv.slice(2);
const here = fileURLToPath(new URL("../../", import.meta.url));
/** What a report may say in other words, or names the sources of the grader. */
const wording: ReadonlySet<string> = new Set([
  "summary",
  "message",
  "assignmentVersion",
  "explanation",
  "name",
  "text",
  "notes",
  "stack",
]);

type Work = { readonly assignment: string; readonly files: readonly string[] };

/** The examples of every assignment, the attacks, and what else is asked for. */
async function allWork(): Promise<Work[]> {
  const assignments = (await readdir(join(here, "assignments"))).filter((name) => /^w\d-(?!quiz)/.test(name));
  const examples = assignments.map((id) => ({ assignment: id, folder: join(here, "assignments", id, "examples") }));
  const corpus = join(here, "tests/attacks/corpus");
  const attacks = (await readdir(corpus)).map((name) => ({
    assignment: "w2-optimization",
    folder: join(corpus, name),
  }));
  const more = await Promise.all(
    folders.map(async (folder) => {
      const inner = await readdir(folder);
      return assignments.filter((id) => inner.includes(id)).map((id) => ({ assignment: id, folder: join(folder, id) }));
    }),
  );
  return Promise.all(
    [...examples, ...attacks, ...more.flat()].map(async ({ assignment, folder }) => ({
      assignment,
      files: (await readdir(folder))
        .filter((name) => name.endsWith(".ts"))
        .sort()
        .map((name) => join(folder, name)),
    })),
  );
}

/** One line for each submission. */
function grade(checkout: string, { assignment, files }: Work, cwd: string): Promise<string[]> {
  const args = [join(checkout, "graders/gradecheck.js"), "grade", assignment, ...files, "--json"];
  const env = { ...process.env, GRADECHECK_SECRET: "what is compared has a secret of its own" };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 30 }, (_, stdout) =>
      resolve(stdout.trim().split("\n")),
    );
  });
}

const facts = (line: string): string =>
  JSON.stringify(JSON.parse(line), (key, value: unknown) => (wording.has(key) ? undefined : value));

await using temporary = openTemporaryFolder("compare");
let [count, different] = [0, 0];
for (const work of await allWork()) {
  const before = await grade(other, work, temporary.path);
  const after = await grade(here, work, temporary.path);
  for (const [i, file] of work.files.entries()) {
    count += 1;
    const [a, b] = [before[i] ?? "{}", after[i] ?? "{}"].map(facts) as [string, string];
    if (a === b) continue;
    different += 1;
    const at = [...a].findIndex((letter, k) => letter !== b[k]);
    process.stdout.write(
      `${basename(file)}\n  before: …${a.slice(Math.max(0, at - 60), at + 120)}\n  after:  …${b.slice(Math.max(0, at - 60), at + 120)}\n`,
    );
  }
}
process.stdout.write(`${count} submissions, ${different} differ\n`);
process.exitCode = different > 0 ? 1 : 0;
