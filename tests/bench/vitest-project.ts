import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClassMember } from "./make-class.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));

/**
 * What an instructor would write today: a project for vitest with a test file for each submission, which imports it and compares what
 * it returns. Without a sandbox; a submission that hangs hangs them all.
 */
export async function writeVitestProject(
  members: readonly ClassMember[],
  workFile: string,
  root: string,
): Promise<void> {
  await mkdir(root, { recursive: true });
  await symlink(packages, join(root, "node_modules"), "dir");
  await writeFile(join(root, "vitest.config.mjs"), "export default { test: { include: ['*.test.ts'] } };\n");
  await writeFile(join(root, "tsconfig.json"), "{}\n");
  const judge = `import * as tf from "@tensorflow/tfjs";
import { gradeUnsandboxed } from ${JSON.stringify(join(here, "unsandboxed.ts"))};
import { readWork } from ${JSON.stringify(join(here, "work.ts"))};
tf.enableProdMode();
await tf.setBackend("cpu");
const work = await readWork(${JSON.stringify(workFile)});
export const grade = (exports) => gradeUnsandboxed(exports, work);
export const all = work.calls.length;
`;
  await writeFile(join(root, "judge.ts"), judge);
  for (const { name, text } of members) {
    await writeFile(join(root, `${name}.ts`), text);
    const test = `import { expect, it } from "vitest";
import { all, grade } from "./judge.ts";
import * as submission from "./${name}.ts";
it("passes", async () => {
  expect(await grade(submission)).toBe(all);
});
`;
    await writeFile(join(root, `${name}.test.ts`), test);
  }
}
