import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../reference/tensorflow/fake-package.ts";

const module = (name: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../../sandbox/bundle/${name}.ts`, import.meta.url)));

/** Compiles in a process that has no file left to open, but for esbuild, which it has started before. */
const script = `
import { openSync } from "node:fs";
import { bundleSubmission } from ${module("bundle-submission")};
import { readSubmission } from ${module("read-submission")};
const options = { assignment: "w2-optimization", sourceBytes: 1_000_000 };
const tell = (path) =>
  readSubmission(path).then((files) => bundleSubmission(files, options)).then(
    () => "compiled",
    (error) => [error.name, error.code, error.message.replace(/'.*'/, "…")].join("; "),
  );
const paths = process.argv.slice(1);
const before = [];
for (const path of paths) before.push(await tell(path));
try {
  for (;;) openSync("/dev/null");
} catch {}
const after = [];
for (const path of paths) after.push(await tell(path));
console.log(JSON.stringify({ before, after }));
`;

test.runIf(process.platform !== "win32")("a machine that is short of files says nothing of a submission", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "alone.ts");
  await writeFile(file, "export const f = 1;");
  await mkdir(join(folder, "many"));
  await writeFile(join(folder, "many", "submission.ts"), 'export * from "./other.ts";');
  await writeFile(join(folder, "many", "other.ts"), "export const f = 1;");
  const limited = ["-c", 'ulimit -n 256 && exec "$@"', "sh", process.execPath, "--input-type=module", "-e", script];
  const { stdout } = await promisify(execFile)("sh", [
    ...limited,
    "--",
    file,
    join(folder, "many"),
    join(folder, "none.ts"),
  ]);
  const { before, after } = JSON.parse(stdout);
  expect(before).toEqual([
    "compiled",
    "compiled",
    expect.stringMatching(/^SubmissionError; ; .*no such file or folder/),
  ]);
  expect(after).toEqual([
    expect.stringMatching(/^Error; EMFILE; /),
    expect.stringMatching(/^Error; EMFILE; /),
    expect.stringMatching(/^SubmissionError; ; /),
  ]);
});
