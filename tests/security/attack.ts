import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Expectation, parseExpectation } from "./expectation.ts";

/** An attack on w2-optimization: a submission, and what has to come of it. */
export type Attack = {
  /** Category and name: `"forges/reflect-apply"`. */
  readonly id: string;
  readonly category: string;
  /** Where it lies: a file, or a folder with `submission.ts`. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly expectation: Expectation;
  /** Exercises that it attacks; the others have full marks wherever the module loads. */
  readonly scope: readonly string[] | "module" | "none";
  /** Exercises to grade; undefined for all. */
  readonly exercises: readonly string[] | undefined;
  /** Whether the functions that it does not define are appended. */
  readonly onHonestBase: boolean;
  /** Most points that it may get in scope. */
  readonly most: number | undefined;
  /** Text that must not appear in anything a student sees. */
  readonly never: readonly string[];
};

const corpus = fileURLToPath(new URL("../attacks/corpus/", import.meta.url));
const honestFile = fileURLToPath(new URL("../attacks/honest-functions.ts", import.meta.url));

/** Reads the corpus: `corpus/<category>/<attack>.ts`, or a folder in its place. */
export async function loadAttacks(): Promise<Attack[]> {
  const categories = (await readdir(corpus, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const attacks: Attack[] = [];
  for (const { name: category } of categories) {
    for (const entry of await readdir(join(corpus, category), { withFileTypes: true })) {
      const path = join(corpus, category, entry.name);
      attacks.push(await readAttack(category, path, entry.isDirectory()));
    }
  }
  return attacks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function readAttack(category: string, path: string, isFolder: boolean): Promise<Attack> {
  const id = `${category}/${basename(path).replace(/\.[a-z]+$/, "")}`;
  const text = await readFile(isFolder ? join(path, "submission.ts") : path, "utf8");
  const header = readHeader(text);
  const expectation = header.get("expect")?.[0];
  const scope = header.get("scope")?.[0];
  if (expectation === undefined || scope === undefined || header.get("attack") === undefined) {
    throw new SyntaxError(`Cannot read attack "${id}": its header lacks attack, expect or scope`);
  }
  const most = header.get("most")?.[0];
  return {
    id,
    category,
    path,
    isFolder,
    expectation: parseExpectation(expectation),
    scope: scope === "module" || scope === "none" ? scope : scope.split(" "),
    exercises: header.get("exercises")?.[0]?.split(" "),
    onHonestBase: header.get("base")?.[0] !== "none" && !/^not-gradable/.test(expectation),
    most: most === undefined ? undefined : Number(most),
    never: header.get("never") ?? [],
  };
}

/** The lines `// key: value` with which a file begins. */
const headerLines = /^(\/\/ [a-z]+: .+\n)*/;

function readHeader(text: string): ReadonlyMap<string, readonly string[]> {
  const header = new Map<string, string[]>();
  for (const [, key = "", value = ""] of (headerLines.exec(text)?.[0] ?? "").matchAll(/^\/\/ ([a-z]+): (.+)$/gm)) {
    header.set(key, [...(header.get(key) ?? []), value]);
  }
  return header;
}

/**
 * Writes an attack as it is handed in, see {@link attackText}.
 * @returns Its path.
 */
export async function writeSubmission(attack: Attack, folder: string): Promise<string> {
  const path = join(folder, attack.id.replace("/", "--") + (attack.isFolder ? "" : ".ts"));
  await cp(attack.path, path, { recursive: true });
  await writeFile(attack.isFolder ? join(path, "submission.ts") : path, await attackText(attack));
  return path;
}

/** The text of an attack, of its first file: without its header, completed by the honest functions it does not define itself. */
export async function attackText(attack: Attack): Promise<string> {
  const file = attack.isFolder ? join(attack.path, "submission.ts") : attack.path;
  const own = (await readFile(file, "utf8")).replace(headerLines, "");
  const written = attack.never.reduce(spelledOtherwise, own);
  return attack.onHonestBase ? written + missingFunctions(written, await readFile(honestFile, "utf8")) : written;
}

/** The same program without a text: students see lines of their own source, and what is found there has not been leaked. */
function spelledOtherwise(source: string, text: string): string {
  const [first = "", second = ""] = text;
  const other = /\d/.test(first)
    ? `${first}_${text.slice(1)}`
    : `${first}\\u00${second.charCodeAt(0).toString(16)}${text.slice(2)}`;
  return source.replaceAll(text, other);
}

/** The honest functions, without those that a text exports itself. */
function missingFunctions(own: string, honest: string): string {
  const [head = "", ...functions] = honest.split(/^(?=export function )/m);
  const missing = functions.filter((text) => {
    const name = /^export function (\w+)/.exec(text)?.[1] ?? "";
    return !new RegExp(
      `^export (async )?(function\\*?|const|let|class) ${name}\\b|^export \\{.*\\b${name}\\b`,
      "m",
    ).test(own);
  });
  return missing.length === 0 ? "" : `\n${head}${missing.join("")}`;
}
