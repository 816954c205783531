import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { readMisconceptions } from "../../../reference/misconceptions/read-misconceptions.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

/** What is read of two misconceptions. @param where Source of the module that says where to look. */
const read = (where?: string) =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "misconceptions.mjs");
    await writeFile(file, 'export const misconceptions = [{ id: "a" }, { id: "b" }];');
    if (where !== undefined) await writeFile(join(folder, "where-to-look.ts"), `export const whereToLook = ${where};`);
    return readMisconceptions(file);
  });

test("readMisconceptions() joins what says where to look, and refuses what is no misconception", async () => {
  expect(await read('{ a: ["beta1"] }')).toEqual([{ id: "a", looksAt: ["beta1"] }, { id: "b" }]);
  expect(await read()).toEqual([{ id: "a" }, { id: "b" }]);
  await expect(read('{ c: ["beta1"] }')).rejects.toThrow(
    'Cannot say where to look for "c": there is no such misconception',
  );
});

test("readMisconceptions() says so where there are none", () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "misconceptions.mjs");
    await writeFile(file, "export const others = [];");
    await expect(readMisconceptions(file)).rejects.toThrow("it exports no misconceptions");
  }));

test.for(await listAssignments())("the misconceptions of %s say where to look, nine of ten", async (assignment) => {
  const misconceptions = await readMisconceptions(
    fileURLToPath(new URL(`../../../reference/${assignment}/misconceptions.ts`, import.meta.url)),
  );
  const looking = misconceptions.filter(({ looksAt }) => looksAt !== undefined);
  expect(looking.length).toBeGreaterThan(0.9 * misconceptions.length);
});
