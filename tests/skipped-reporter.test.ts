import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "./fixtures/in-temporary-folder.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const tests = `
  test("runs", () => {});
  test("is for the superuser", ({ skip }) => skip(true, "nobody but root may mount"));
  test.skipIf(true)("is for another system", () => {});
`;

/** What is printed at the end of a run of {@link tests}. */
const runWith = (...args: readonly string[]): Promise<string> =>
  inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, "some.test.js"), tests);
    await writeFile(
      join(folder, "vitest.config.mjs"),
      `import { SkippedReporter } from ${JSON.stringify(here("./skipped-reporter.ts"))};
       export default { test: { globals: true, reporters: [new SkippedReporter()] } };`,
    );
    const vitest = here("../node_modules/vitest/vitest.mjs");
    const run = spawnSync(process.execPath, [vitest, "run", ...args], { cwd: folder, encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    return run.stdout.trim();
  });

test("SkippedReporter says which tests were not run, and why", async () => {
  expect(await runWith()).toMatchInlineSnapshot(`
    "Not run here:
      some.test.js: is for the superuser, because nobody but root may mount
      some.test.js: is for another system, because the platform is another"
  `);
});

test("SkippedReporter says nothing of tests that were not asked for", async () => {
  expect(await runWith("-t", "runs")).toBe("");
});
