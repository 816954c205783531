// Run by run_autograder of a Gradescope autograder: `node run-autograder.js <folder> <assignment>`. Grades <folder>/submission as a class of
// one, and writes <folder>/results/results.json. What is there already stays where it ends otherwise.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";

/** What Gradescope says of a submission, as far as it is of use here. Text from outside. */
type Metadata = {
  readonly created_at?: unknown;
  readonly users?: readonly { readonly name?: unknown; readonly email?: unknown }[];
};

const [folder = "", assignment = ""] = process.argv.slice(2);
/** The student's id: names are the platform's business, and go into no path. */
const student = "submission";
const launcher = fileURLToPath(new URL("../gradecheck.js", import.meta.url));

/** A class of one. When it was handed in decides about lateness. */
function rosterOf({ created_at: time, users }: Metadata): string {
  const submitted = new Date(String(time));
  const all = (values: readonly unknown[] = []): string =>
    values.filter((value) => typeof value === "string").join(", ");
  const row = {
    id: student,
    name: all(users?.map(({ name }) => name)),
    email: all(users?.map(({ email }) => email)),
    submitted_at: Number.isNaN(submitted.getTime()) ? "" : submitted.toISOString(),
  };
  return stringify([row], { header: true });
}

function readMetadata(): Metadata {
  try {
    return JSON.parse(readFileSync(join(folder, "submission_metadata.json"), "utf8")) as Metadata;
  } catch (error) {
    // Without it everything but lateness is graded the same.
    process.stderr.write(`Cannot read submission_metadata.json: ${String(error)}\n`);
    return {};
  }
}

function grade(work: string): void {
  const handedIn = join(work, "handed-in");
  cpSync(join(folder, "submission"), join(handedIn, student), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(work, "roster.csv"), rosterOf(readMetadata()));
  const [out, roster] = [join(work, "results"), join(work, "roster.csv")];
  const options = ["--out", out, "--roster", roster, "--export", "gradescope", "--workers", "1", "--progress", "none"];
  const { status } = spawnSync(process.execPath, [launcher, "batch", assignment, handedIn, ...options], {
    stdio: "inherit",
  });
  const result = join(out, "gradescope", `${student}.json`);
  if (existsSync(result)) put(readFileSync(result, "utf8"));
  else if (status === gradedOrBadInput.graded || status === gradedOrBadInput.badInput) put(noSource);
}

/** Exit codes of `gradecheck batch` that say nothing against the grader. */
const gradedOrBadInput = { graded: 0, badInput: 2 };

const noSource = `${JSON.stringify({
  score: 0,
  output: "Nothing could be graded: no TypeScript file was found. Hand in submission.ts.",
  output_format: "text",
  visibility: "visible",
  tests: [],
})}\n`;

/** Whole or not at all. */
function put(text: string): void {
  const file = join(folder, "results", "results.json");
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

await using work = openTemporaryFolder("autograder");
grade(work.path);
