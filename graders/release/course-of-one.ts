import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { CourseError, courseFolder } from "../../assignments/catalog/course.ts";
import { isForProofs } from "../../reference/misconceptions/misconception-sources.ts";
import type { KitContent } from "./release-kit.ts";

/** The rooms of a course. */
const rooms = ["assignments", "reference"] as const;

/**
 * The course as far as it is read when one assignment is graded: the assignment and its reference, and what their modules share with others.
 * @param id Of an assignment that can be opened.
 * @returns By path in the course.
 */
export async function courseOfOne(id: string): Promise<KitContent> {
  const own = (await filesIn(rooms.map((room) => `${room}/${id}`))).filter(isRead);
  const shared = (await filesIn(await sharedBy(id, own))).filter(isRead);
  const read = async (path: string) => [path, await readFile(join(courseFolder(), path))] as const;
  return Object.fromEntries(await Promise.all([...own, ...shared].sort().map(read)));
}

/** Whether somebody reads a file who grades: not examples, and what only proofs read. */
function isRead(path: string): boolean {
  const inside = path.split("/").slice(2).join("/");
  return !inside.startsWith("examples/") && !isForProofs(inside);
}

/** Files, and all files in folders. @param paths In the course, with forward slashes. */
async function filesIn(paths: Iterable<string>): Promise<string[]> {
  const found = await Promise.all(
    [...paths].map(async (path) => {
      const names = await readdir(join(courseFolder(), path), { recursive: true, withFileTypes: true }).catch(onlyFile);
      if (names === undefined) return [path];
      const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      return files.map((file) => file.slice(courseFolder().length + 1).replaceAll("\\", "/"));
    }),
  );
  return found.flat();
}

function onlyFile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOTDIR") throw error;
}

/**
 * What modules import from beside the folder of their assignment: of a folder all of it, because a module may read a file that lies beside it.
 * @returns Paths of files and folders.
 * @throws {CourseError} where a module is not in the course.
 */
async function sharedBy(id: string, own: readonly string[]): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    absWorkingDir: courseFolder(),
    entryPoints: own.filter((path) => /\.[jt]s$/.test(path)),
    outdir: "out",
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    // As Node does, which loads what only types are imported from in braces.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const imported = Object.keys(metafile.inputs);
  const outside = imported.find((path) => path.startsWith("../"));
  if (outside !== undefined)
    throw new CourseError(`Cannot export "${id}": it imports "${outside}" from outside its course`);
  const places = imported.map((path) => path.split("/").slice(0, 2));
  return new Set(places.filter(([, first]) => first !== id).map((place) => place.join("/")));
}
