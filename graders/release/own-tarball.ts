import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ownFolder } from "../../assignments/catalog/course.ts";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { runProgram } from "./run-program.ts";

/** This very gradecheck as a package that npm installs. */
export type Tarball = { readonly fileName: string; readonly bytes: Uint8Array };

/**
 * Packs this gradecheck: the package as it is installed, or what is built from a checkout.
 * @throws {Error} with what npm or the compiler said.
 */
export async function packSelf(): Promise<Tarball> {
  const build = join(ownFolder, "graders/release/build-package.ts");
  const isCheckout = existsSync(build);
  await using folder = openTemporaryFolder("pack");
  const from = isCheckout ? join(folder.path, "dist") : ownFolder;
  if (isCheckout) await runProgram(process.execPath, [build, from], ownFolder);
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder.path];
  const fileName = (await runProgram("npm", args, from)).trim();
  return { fileName, bytes: await readFile(join(folder.path, fileName)) };
}
