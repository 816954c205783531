import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { readSchema, type SchemaName } from "./schemas.ts";

/** The worked examples to begin with, and what the assignment is called that a new course has. */
export const examples = { "linear-algebra": "back-substitution", statistics: "line-fit" } as const;

/** One of {@link examples}. */
export type ExampleName = keyof typeof examples;

/** Texts by their paths in the course. */
type Files = Readonly<Record<string, string>>;

/** Absolute path of the templates: text, never run where it lies. The gradecheck of a kit has none. */
export const templatesFolder = fileURLToPath(new URL("./templates/", import.meta.url));

/** What a course has beside its assignments: what it is, and settings for editors. */
export async function courseFiles(): Promise<Files> {
  return { ...(await readTemplates("course", "")), ...(await schemaFiles()) };
}

/** An assignment with one worked exercise, its reference and its examples. */
export const assignmentFiles = (id: string, example: ExampleName): Promise<Files> => workFiles(id, example);

/** A quiz with worked questions of every kind, and its key. */
export const quizFiles = (id: string): Promise<Files> => workFiles(id, "quiz");

/** What is asked and what is right. @param template Folder of the templates. */
async function workFiles(id: string, template: string): Promise<Files> {
  const files = {
    ...(await readTemplates(join(template, "assignment"), `assignments/${id}/`)),
    ...(await readTemplates(join(template, "reference"), `reference/${id}/`)),
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll("{{id}}", id)]));
}

/** Manifests and quizzes name them, so that editors complete what is typed. */
export async function schemaFiles(): Promise<Files> {
  const names: readonly SchemaName[] = ["manifest", "quiz", "quiz-key"];
  const read = names.map(async (name) => [`schemas/${name}.schema.json`, await readSchema(name)] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function readTemplates(folder: string, below: string): Promise<Files> {
  const root = join(templatesFolder, folder);
  const found = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const read = found.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const path = file.slice(root.length + 1).replaceAll(sep, "/");
    return [`${below}${path}`, await readFile(file, "utf8")] as const;
  });
  return Object.fromEntries((await Promise.all(read)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes files that are not there yet; leaves others as they are. */
export async function writeNew(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
