import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { OutcomesProcess } from "../../../reference/misconceptions/outcomes-process.ts";
import { runMisconceptions } from "../../../reference/misconceptions/run-misconceptions.ts";
import { temporaryFolder } from "../tensorflow/fake-package.ts";

const args = [0.5, 2, 1].map((value) => ({ kind: "number", value }) as const);
const decay: readonly Case[] = [{ exercise: "updateLr", id: "hidden-1", title: "", visibility: "hidden", args }];

test("OutcomesProcess gives what is computed in this process, asked twice at once", async () => {
  await using elsewhere = new OutcomesProcess();
  const asked = [misconceptionsFileOf("w2-optimization"), decay, "javascript", []] as const;
  const here = await runMisconceptions(...asked);
  expect(here.outcomes.length).toBeGreaterThan(0);
  expect(await Promise.all([elsewhere.run(...asked), elsewhere.run(...asked)])).toEqual([here, here]);
});

test("OutcomesProcess tells what failed, and that it has ended", async () => {
  const folder = await temporaryFolder();
  const [empty, fatal] = ["empty.mjs", "fatal.mjs"].map((name) => join(folder, name)) as [string, string];
  await writeFile(empty, "export const other = 1;\n");
  await writeFile(fatal, "process.exit(1);\n");
  await using elsewhere = new OutcomesProcess();
  await expect(elsewhere.run(empty, decay, "javascript", [])).rejects.toThrow("it exports no misconceptions");
  await expect(elsewhere.run(fatal, decay, "javascript", [])).rejects.toThrow("the process for it has ended");
  await expect(elsewhere.run(empty, decay, "javascript", [])).rejects.toThrow("it exports no misconceptions");
});

test("OutcomesProcess tries once more what a process has ended over", async () => {
  const folder = await temporaryFolder();
  const [once, mark] = ["once.mjs", "mark"].map((name) => join(folder, name)) as [string, string];
  const dies = `import { existsSync, writeFileSync } from "node:fs";
if (!existsSync(${JSON.stringify(mark)})) {
  writeFileSync(${JSON.stringify(mark)}, "");
  process.kill(process.pid, "SIGKILL");
}
`;
  await writeFile(once, dies);
  await using elsewhere = new OutcomesProcess();
  await expect(elsewhere.run(once, decay, "javascript", [])).rejects.toThrow("it exports no misconceptions");
});
