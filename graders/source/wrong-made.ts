import type { TokenRange } from "./find-code.ts";
import type { FoundFunction } from "./find-function.ts";
import { endOfExpression, type Maker, type Making, makingOf } from "./makers.ts";
import { type Code, wordAt } from "./read-code.ts";

/**
 * Members of the results, as paths such as `cache.A2`: those that are wrong in a failing case, and those that never are. A result without
 * members is "".
 */
export type Members = { readonly wrong: readonly string[]; readonly right: readonly string[] };

/** Where what is wrong is made, or what all of it is made with. */
export type WrongMade = {
  readonly code: "made-here" | "made-with" | "returned-here";
  readonly names: string[];
  readonly ranges: readonly TokenRange[];
};

/** More places than this say no more than the function. */
const mostRanges = 3;
const mostCommon = 2;
const mostSteps = 5;

/** A statement that makes some members. */
type Statement = { readonly maker: Maker; readonly members: string[]; readonly words: ReadonlySet<string> };

/**
 * Where the first of what is wrong is made: what is made of nothing else that is wrong. Where that are many places, what they have in
 * common with each other and not with what is right.
 * @returns undefined where a wrong member is made in a way that is not understood.
 */
export function findWrongMade(found: FoundFunction, { wrong, right }: Members): WrongMade | undefined {
  const { code } = found.outline;
  const making = makingOf(found.outline, found.declaration);
  if (wrong.includes("")) return findReturned(found, making);
  const statements = statementsOf(code, making, wrong);
  if (statements === undefined) return undefined;
  const origins = statements.filter((one) => !statements.some((other) => isOther(one, other) && isMadeOf(one, other)));
  const members = (all: readonly Statement[]): string[] => [...new Set(all.flatMap((one) => one.members))];
  if (origins.length > 0 && origins.length <= mostRanges) {
    return {
      code: "made-here",
      names: members(origins),
      ranges: withSteps(code, making, origins, [...wrong, ...right]),
    };
  }
  const others = statementsOf(code, making, right);
  if (origins.length === 0 || others === undefined || others.length === 0) return undefined;
  const common = [...(origins[0]?.words ?? [])].filter(
    (word) => origins.every(({ words }) => words.has(word)) && !others.some(({ words }) => words.has(word)),
  );
  const ranges = common.flatMap((word) => declarationOf(found, making, word) ?? []);
  if (common.length === 0 || common.length > mostCommon || ranges.length < common.length) return undefined;
  return { code: "made-with", names: common, ranges };
}

/** What is returned, where that is one thing, with the steps that lead to it. */
function findReturned({ outline: { code }, declaration }: FoundFunction, making: Making): WrongMade | undefined {
  const returns: Statement[] = [];
  for (let at = declaration.first; at <= declaration.last; at++) {
    if (code.tokens[at]?.kind !== "return") continue;
    const range = { first: at, last: endOfExpression(code, at + 1, declaration.last) };
    returns.push({ maker: { base: [], key: "", range }, members: [], words: wordsIn(code, range) });
  }
  if (returns.length !== 1) return undefined;
  return { code: "returned-here", names: [declaration.name], ranges: withSteps(code, making, returns, []) };
}

/** Whether two statements make other members: one that is made in several steps is made of itself. */
const isOther = (one: Statement, other: Statement): boolean => one.members.join() !== other.members.join();

/**
 * Where something is made, together with the names that only lead to it: those of no member of the result. Where that are too many places,
 * only where it is made itself.
 */
function withSteps(
  code: Code,
  { makers, aliases }: Making,
  origins: readonly Statement[],
  paths: readonly string[],
): readonly TokenRange[] {
  const members = new Set(paths.map((path) => path.split(".").at(-1) ?? path).map((key) => aliases.get(key) ?? key));
  const found = new Set(origins.map(({ maker }) => maker));
  for (const { range } of found) {
    const words = wordsIn(code, range);
    for (const one of makers) {
      const [name = ""] = one.base;
      const isStep = one.key === undefined && one.base.length === 1 && words.has(name) && !members.has(name);
      if (isStep && !isEmpty(code, one.range)) found.add(one);
    }
  }
  const ranges = [...found].map(({ range }) => range).sort((one, other) => one.first - other.first);
  return ranges.length <= mostSteps ? ranges : origins.map(({ maker }) => maker.range);
}

/** `v = {}`: nothing is made yet. */
const isEmpty = (code: Code, { last }: TokenRange): boolean =>
  /^(?:\{\}|\[\])$/.test(wordAt(code, last - 1) + wordAt(code, last));

/** The statements that make some members, each once. @returns undefined where one member is made nowhere. */
function statementsOf(code: Code, making: Making, paths: readonly string[]): readonly Statement[] | undefined {
  const statements = new Map<Maker, Statement>();
  for (const path of paths) {
    const makers = makersOf(making, path);
    if (makers.length === 0) return undefined;
    for (const maker of makers) {
      const known = statements.get(maker) ?? { maker, members: [], words: wordsIn(code, maker.range) };
      known.members.push(path);
      statements.set(maker, known);
    }
  }
  return [...statements.values()].sort((one, other) => one.maker.range.first - other.maker.range.first);
}

function makersOf({ makers, aliases }: Making, path: string): readonly Maker[] {
  const [key = path, ...groups] = path
    .replace(/^\[\d+\]\.?/, "")
    .split(".")
    .reverse();
  const names = groups.flatMap((group) => [group, aliases.get(group) ?? group]);
  const isOfGroup = ({ base }: Maker): boolean => names.some((name) => base.includes(name));
  const withKey = makers.filter((one) => one.key !== undefined && one.key !== "" && isWritten(one.key, key));
  const own = withKey.filter(isOfGroup);
  if (own.length > 0) return own;
  const plain = makers.filter(({ base, key: written }) => {
    const [name] = base;
    return written === undefined && base.length === 1 && name === (aliases.get(key) ?? key);
  });
  if (plain.length > 0) return plain;
  const computed = makers.filter((one) => one.key === "");
  if (groups.length === 0) return withKey.length > 0 ? withKey : computed;
  const ofGroup = computed.filter(isOfGroup);
  // What a group is made of may have no name of its own.
  return ofGroup.length > 0 ? ofGroup : withKey.filter(({ base }) => base.length === 0);
}

/** Whether a key that is written whole, without its number, or only in its beginning, is that of a member. */
const isWritten = (written: string, key: string): boolean =>
  written === key || written === key.replace(/\d+$/, "") || (written === "d" && key.startsWith("d"));

/** Names and the words of keys. */
function wordsIn(code: Code, { first, last }: TokenRange): ReadonlySet<string> {
  const words = new Set<string>();
  let isRight = false;
  for (let at = first; at <= last; at++) {
    const word = wordAt(code, at);
    const kind = code.tokens[at]?.kind;
    if (/^(?:[=,:]|return)$/.test(word)) isRight = true;
    else if (isRight && (kind === "name" || kind === "string" || kind === "template")) {
      words.add(word.replace(/^["'`]|(?:\$\{|["'`])$/g, ""));
    }
  }
  return words;
}

/** Whether one statement uses what the other makes. */
function isMadeOf({ words }: Statement, { maker: { base, key } }: Statement): boolean {
  if (key !== undefined && key !== "" && words.has(key)) return true;
  const [name] = base;
  return name !== undefined && (key === undefined || key === "") && words.has(base.at(-1) ?? name);
}

/** Where a name of the file gets its value. */
function declarationOf(
  { outline, declaration }: FoundFunction,
  { makers }: Making,
  word: string,
): TokenRange[] | undefined {
  const made = makers.filter(({ base, key }) => key === undefined && base.length === 1 && base[0] === word);
  if (made.length === 1) return made.map(({ range }) => range);
  const parameter = declaration.parameters?.find(({ name }) => name === word);
  if (parameter !== undefined) return [{ first: parameter.at, last: parameter.at }];
  const declared = outline.declarations.get(word);
  return declared && [{ first: declared.nameAt, last: declared.nameAt }];
}
