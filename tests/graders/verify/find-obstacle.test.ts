import { execFile } from "node:child_process";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Verification } from "../../../reports/report/verification.ts";
import { copyCheckout, installedModules } from "../../fixtures/copy-checkout.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

/** Verifies one assignment in a checkout of which one file is changed. */
function verifyWith(
  file: string,
  change: (text: string) => string,
): Promise<{ code: number; verification: Verification }> {
  return inTemporaryFolder(async (folder) => {
    const checkout = join(folder, "checkout");
    await copyCheckout(checkout);
    await symlink(installedModules, join(checkout, "node_modules"));
    const path = join(checkout, file);
    await writeFile(path, change(await readFile(path, "utf8")));
    const args = [join(checkout, "graders", "gradecheck.js"), "verify", "w1-initialization", "--json"];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, { cwd: folder }, (error, stdout, stderr) => {
        if (stdout === "") reject(new Error(stderr));
        else resolve({ code: error === null ? 0 : Number(error.code), verification: JSON.parse(stdout) });
      });
    });
  });
}

const cause = "this is broken";
const throws = `throw new Error("${cause}");`;
const atStart = (text: string): string => `${throws}\n${text}`;
const inGenerators = (text: string): string =>
  `${text.replaceAll("pickScenario(", "broken(")}\nfunction broken(...args: unknown[]): never { ${throws} }`;

it.each([
  ["the sandbox does not start", "sandbox/worker/main.ts", atStart, "reference", 6],
  ["the reference cannot be loaded", "reference/w1-initialization/solution.ts", atStart, "conformance", 11],
  ["cases cannot be made", "assignments/w1-initialization/cases.ts", inGenerators, "reference", 11],
])("findObstacle(): a cause is told once where %s", async (_, file, change, by, count) => {
  const { code, verification } = await verifyWith(file, change);
  expect(code).toBe(1);
  expect(verification.proofs.filter((proof) => JSON.stringify(proof).includes(cause)).map(({ id }) => id)).toEqual([
    by,
  ]);
  expect(verification.proofs.filter(({ unfinished }) => unfinished).map(({ id }) => id)).toEqual([by]);
  expect(verification.proofs.filter(({ stoppedBy }) => stoppedBy === by)).toHaveLength(count);
});
