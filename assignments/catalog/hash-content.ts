import { createHash, type Hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What every assignment's cases are made with, besides its own folder. Paths in `assignments/`, without extension. */
export const sharedSources = [
  "catalog/case",
  "catalog/generate-cases",
  "catalog/vary-case",
  "values/case-value",
  "values/matrix",
  "values/random-state",
  "values/rng",
] as const;

/** Where the package keeps the {@link hashSharedSources} of the sources that it was compiled from, so that versions are the same. */
export const sharedHashFile = "shared-sources.sha256";

/**
 * Hashes the shared sources of case generation, from which every assignment's version follows.
 * @returns SHA-256, hexadecimal. Line endings do not count.
 */
export async function hashSharedSources(): Promise<string> {
  const kept = await readFile(new URL(sharedHashFile, import.meta.url), "utf8").catch(() => undefined);
  if (kept !== undefined) return kept.trim();
  const hash = createHash("sha256");
  for (const name of sharedSources) {
    addSource(hash, name, await readFile(new URL(`../${name}.ts`, import.meta.url), "utf8"));
  }
  return hash.digest("hex");
}

/**
 * Hashes everything that decides the inputs of an assignment's cases: the sources and data in its folder (not the
 * starter, the examples, text for people, or deadlines) and the shared sources of case generation.
 * @param directory The assignment's folder.
 * @returns SHA-256, hexadecimal. Line endings do not count.
 */
export async function hashContent(directory: string): Promise<string> {
  const own = (await readdir(directory, { recursive: true }))
    .map((path) => path.replaceAll("\\", "/"))
    .filter(decidesCases)
    .sort();
  const hash = createHash("sha256").update(await hashSharedSources());
  for (const name of own) addSource(hash, name, withoutDeductions(name, await readFile(join(directory, name), "utf8")));
  return hash.digest("hex");
}

function addSource(hash: Hash, name: string, source: string): void {
  const text = source.replaceAll("\r\n", "\n");
  hash.update(`${name}\0${Buffer.byteLength(text)}\0${text}`);
}

/** When something is due, and what type errors cost, decides nothing about what is right: it is no reason to grade anything again. */
function withoutDeductions(name: string, text: string): string {
  if (name !== "assignment.json") return text;
  try {
    const { late: _, typeErrors: __, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    // Whoever loads the manifest says what is wrong with it.
    return text;
  }
}

function decidesCases(path: string): boolean {
  if (path.startsWith("examples/") || /^starter\.[^/]*$/.test(path) || path.endsWith(".d.ts")) return false;
  return /\.(ts|js|json)$/.test(path) && !/^messages\.[^/]*\.json$/.test(path);
}
