import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { ownFolder } from "../../assignments/catalog/course.ts";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { templatesFolder } from "../scaffold/scaffold.ts";
import { runProgram } from "./run-program.ts";

/** This very gradecheck as a package that npm installs. */
export type Tarball = { readonly fileName: string; readonly bytes: Uint8Array };

/** The database in a folder, 27 MB: nobody grades a class with what students get. */
const notForStudents = "@electric-sql/pglite";

/**
 * Packs this gradecheck for students: the package as it is installed, or what is built from a checkout, without the templates of new
 * courses. They hold answers to exercises that an instructor may have kept.
 * @throws {Error} with what npm or the compiler said.
 */
export async function packSelf(): Promise<Tarball> {
  const build = join(ownFolder, "graders/release/build-package.ts");
  const isCheckout = existsSync(build);
  await using folder = openTemporaryFolder("pack");
  const from = join(folder.path, "package");
  if (isCheckout) await runProgram(process.execPath, [build, from], ownFolder);
  else await cp(ownFolder, from, { recursive: true, filter: (path) => relative(ownFolder, path) !== "node_modules" });
  await rm(join(from, relative(ownFolder, templatesFolder)), { recursive: true, force: true });
  await withoutPackage(join(from, "package.json"), notForStudents);
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder.path];
  const fileName = (await runProgram("npm", args, from)).trim();
  return { fileName, bytes: await readFile(join(folder.path, fileName)) };
}

async function withoutPackage(path: string, name: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { [name]: _, ...dependencies } = manifest.dependencies;
  await writeFile(path, `${JSON.stringify({ ...manifest, dependencies }, undefined, 2)}\n`);
}
