import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "./fixtures/in-temporary-folder.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A file whose tests take 0 ms, 30 ms, 60 ms ... */
const testsOf = (name: string): string => `
  for (let i = 0; i < 6; i++) test("${name}" + i, () => new Promise((resolve) => setTimeout(resolve, 30 * i)));
`;

test("SlowestReporter names ten tests of a run of several files, the slowest first", async () => {
  await inTemporaryFolder(async (folder) => {
    for (const name of ["one", "two"]) await writeFile(join(folder, `${name}.test.js`), testsOf(name));
    await writeFile(
      join(folder, "vitest.config.mjs"),
      `import { SlowestReporter } from ${JSON.stringify(here("./slowest-reporter.ts"))};
       export default { test: { globals: true, reporters: [new SlowestReporter()] } };`,
    );
    const vitest = here("../node_modules/vitest/vitest.mjs");
    const run = (...files: readonly string[]): string =>
      spawnSync(process.execPath, [vitest, "run", ...files], { cwd: folder, encoding: "utf8" }).stdout.trim();

    const [title, ...lines] = run().split("\n");
    expect(title).toBe("The slowest:");
    expect(lines).toHaveLength(10);
    const seconds = lines.map((line) => Number.parseFloat(line));
    expect(seconds).toEqual([...seconds].sort((one, other) => other - one));
    expect(lines.join("\n")).toMatch(/0\.\d s {2}one\.test\.js: one5\n/);
    expect(lines.join("\n")).not.toMatch(/(one|two)0/);

    expect(run("one")).toBe("");
  });
});
