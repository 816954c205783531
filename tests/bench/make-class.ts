import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { RandomState } from "../../assignments/values/random-state.ts";
import { exampleSubmissions } from "../../graders/grade-examples.ts";
import { attackText, loadAttacks } from "../security/attack.ts";

/** Somebody of a made-up class of w2-optimization. */
export type ClassMember = {
  /** `student-0001`. */
  readonly name: string;
  readonly kind: Kind;
  /** Text of the one file that was handed in; unlike anybody else's. */
  readonly text: string;
};

type Kind = "correct" | "one mistake" | "several mistakes" | "unfinished" | "does not load" | "hostile";

/** Share of each kind among those who mean well. */
const shares: Readonly<Record<Exclude<Kind, "hostile">, number>> = {
  correct: 0.35,
  "one mistake": 0.35,
  "several mistakes": 0.15,
  unfinished: 0.12,
  "does not load": 0.03,
};

/** Which of the example submissions are of which kind, by the number in their name. */
const examples: Readonly<Record<Exclude<Kind, "hostile">, readonly number[]>> = {
  correct: [1, 2, 3, 4, 5, 7],
  "one mistake": [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  "several mistakes": [20, 27],
  unfinished: [21, 22, 23, 28, 29],
  "does not load": [26, 30],
};

/**
 * Makes up a class: the example submissions in believable shares, each under a comment of its own so that no two are the
 * same, and hostile ones drawn from the corpus of attacks, category by category.
 * @param seed The same class for the same seed.
 */
export async function makeClass(honest: number, hostile: number, seed: number): Promise<ClassMember[]> {
  const random = new RandomState(seed);
  const texts = await exampleTexts();
  const attacks = await attackTexts(hostile, random);
  const kinds = Object.entries(shares).flatMap(([kind, share]) =>
    Array<Kind>(Math.ceil(share * honest)).fill(kind as Kind),
  );
  const members = kinds.slice(0, honest).map((kind): Omit<ClassMember, "name"> => {
    const numbers = examples[kind as Exclude<Kind, "hostile">];
    const number = numbers[randomBelow(random, numbers.length)] ?? 1;
    return { kind, text: texts.get(number) ?? "" };
  });
  const all = [...members, ...attacks.map((text) => ({ kind: "hostile" as const, text }))];
  return shuffle(all, random).map(({ kind, text }, i) => {
    const name = `student-${String(i + 1).padStart(4, "0")}`;
    return { name, kind, text: unique(text, i) };
  });
}

/** Writes each member's file, into a folder that is made where it is missing. @returns The files' paths, in order. */
export async function writeClass(members: readonly ClassMember[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { name, text } of members) {
    const path = join(folder, `${name}.ts`);
    await writeFile(path, text);
    paths.push(path);
  }
  return paths;
}

/** Makes up a class of any assignment: its examples of which something runs, one after the other, again and again. */
export async function classOfExamples(assignment: string, count: number): Promise<ClassMember[]> {
  const folder = new URL(`../../assignments/${assignment}/examples/`, import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !name.includes("not-started")).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), "utf8")));
  return Array.from({ length: count }, (_, i) => {
    const text = unique(texts[i % texts.length] ?? "", i);
    return { name: `student-${String(i + 1).padStart(4, "0")}`, kind: "correct", text };
  });
}

/** A text nobody else has handed in: the same program with another comment at its end. */
export const unique = (source: string, index: number): string =>
  `${source}\n// ${index}: ${new RandomState(index).randint(0, 2 ** 31, 1).join("")}\n`;

/** A new order. */
export function shuffle<Item>(items: readonly Item[], random: RandomState): Item[] {
  return random.permutation(items.length).map((i) => items[i] as Item);
}

function randomBelow(random: RandomState, limit: number): number {
  return random.randint(0, limit, 1)[0] ?? 0;
}

async function exampleTexts(): Promise<Map<number, string>> {
  const files = (await exampleSubmissions()).filter((path) => path.endsWith(".ts"));
  const entries = files.map(
    async (path) => [Number(basename(path).slice(1, 3)), await readFile(path, "utf8")] as const,
  );
  return new Map(await Promise.all(entries));
}

/** Attacks that are one file and made for the whole assignment, in turn from each category. */
async function attackTexts(count: number, random: RandomState): Promise<string[]> {
  if (count === 0) return [];
  const usable = (await loadAttacks()).filter(({ isFolder, exercises }) => !isFolder && exercises === undefined);
  const categories = [...Map.groupBy(shuffle(usable, random), ({ category }) => category).values()];
  return Promise.all(
    Array.from({ length: count }, (_, i) => {
      const own = categories[i % categories.length] ?? [];
      const attack = own[Math.floor(i / categories.length) % own.length];
      if (attack === undefined) throw new RangeError("Cannot make a hostile class: the corpus is empty");
      return attackText(attack);
    }),
  );
}
