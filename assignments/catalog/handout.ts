import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A handout as its author wrote it. */
export type HandoutFile = {
  /** Name in the assignment's folder. */
  readonly name: string;
  readonly markdown: string;
  /** Whether it is in the language that was wanted, and not in that of the manifest. */
  readonly isTranslated: boolean;
};

/** What a handout asks of one function. */
export type Asked = {
  /** How it is declared: the first block of TypeScript in its section. */
  readonly signature?: string;
  /** LaTeX: the formulas that stand in paragraphs of their own. */
  readonly formulas: readonly string[];
};

/** Feedback reminds of a task; it does not repeat the handout. */
const most = { formulas: 6, characters: 1500 };

/**
 * Reads the handout of an assignment in a language, or else in that of its manifest.
 * @param directory The assignment's folder.
 * @returns undefined where it has none.
 */
export async function readHandout(directory: string, language: string): Promise<HandoutFile | undefined> {
  const own = `README.${language}.md`;
  const isTranslated = existsSync(join(directory, own));
  const name = isTranslated ? own : "README.md";
  if (!existsSync(join(directory, name))) return undefined;
  return { name, markdown: await readFile(join(directory, name), "utf8"), isTranslated };
}

/**
 * What a handout asks, by the name of the function. A section is about a function if that is all that its heading says, but for a number:
 * "## 3. `updateLr`". Sections without declaration and formula are left out.
 */
export function readAsked(markdown: string): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const [name, lines] of sectionsOf(markdown.split(/\r?\n/))) {
    const one = askedIn(lines);
    if (one.signature !== undefined || one.formulas.length > 0) asked.set(name, one);
  }
  return asked;
}

/** A line that opens or closes a block of code, in which nothing is a heading. */
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** The lines of each section about a function; of two with one name, the first. */
function sectionsOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  let current: string[] | undefined;
  let depth = 0;
  let isCode = false;
  for (const line of lines) {
    if (fence.test(line)) isCode = !isCode;
    const [, marks = "", heading = ""] = (isCode ? null : /^(#+)\s+(.+)$/.exec(line)) ?? [];
    const name = /^(?:\d+[.)]?\s+)?`([^`]+)`\s*$/.exec(heading)?.[1];
    if (name !== undefined && !sections.has(name)) {
      depth = marks.length;
      current = [];
      sections.set(name, current);
    } else if (marks !== "" && marks.length <= depth) current = undefined;
    else current?.push(line);
  }
  return sections;
}

function askedIn(lines: readonly string[]): Asked {
  const prose: string[] = [];
  let code: string[] | undefined;
  let signature: string | undefined;
  let isCode = false;
  for (const line of lines) {
    if (!fence.test(line)) (isCode ? code : prose)?.push(line);
    else if (isCode) {
      signature ??= code?.join("\n");
      [isCode, code] = [false, undefined];
    } else [isCode, code] = [true, /^\W*(?:ts|typescript)\b/.test(line) ? [] : undefined];
  }
  const formulas = [...prose.join("\n").matchAll(/\$\$([^$]+)\$\$/g)].map(([, formula = ""]) => formula.trim());
  return withinMeasure(signature, formulas);
}

/** As many as there is room for, whole. */
function withinMeasure(signature: string | undefined, formulas: readonly string[]): Asked {
  const isShort = signature !== undefined && signature.length <= most.characters;
  let room = most.characters - (isShort ? signature.length : 0);
  const some = formulas.slice(0, most.formulas).filter((formula) => {
    room -= formula.length;
    return room >= 0;
  });
  return { ...(isShort && { signature }), formulas: some };
}
