import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What every assignment's cases are made with, besides its own folder. Paths in `assignments/`, without extension: packed, it is `.js`. */
export const sharedSources = [
  "catalog/case",
  "catalog/generate-cases",
  "values/case-value",
  "values/matrix",
  "values/random-state",
  "values/rng",
] as const;

/**
 * Hashes everything that decides the inputs of an assignment's cases: the sources and data in its folder (not the
 * starter, the examples, text for people, or deadlines) and the shared sources of case generation.
 * @param directory The assignment's folder.
 * @returns SHA-256, hexadecimal. Line endings do not count; compiled and original sources differ.
 */
export async function hashContent(directory: string): Promise<string> {
  const here = fileURLToPath(new URL("../", import.meta.url));
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const shared = sharedSources.map((name) => ({ name: `shared/${name}`, file: join(here, `${name}.${extension}`) }));
  const own = (await readdir(directory, { recursive: true }))
    .map((path) => path.replaceAll("\\", "/"))
    .filter(decidesCases)
    .sort()
    .map((path) => ({ name: path, file: join(directory, path) }));
  const hash = createHash("sha256");
  for (const { name, file } of [...shared, ...own]) {
    const text = withoutDeadlines(name, (await readFile(file, "utf8")).replaceAll("\r\n", "\n"));
    hash.update(`${name}\0${Buffer.byteLength(text)}\0${text}`);
  }
  return hash.digest("hex");
}

/** When something is due decides nothing about what is right: a moved deadline is no reason to grade anything again. */
function withoutDeadlines(name: string, text: string): string {
  if (name !== "assignment.json") return text;
  try {
    const { late: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    // Whoever loads the manifest says what is wrong with it.
    return text;
  }
}

function decidesCases(path: string): boolean {
  if (path.startsWith("examples/") || /^starter\.[^/]*$/.test(path) || path.endsWith(".d.ts")) return false;
  return /\.(ts|js|json)$/.test(path);
}
