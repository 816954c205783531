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
/** Of a function with more statements, or a statement with more words, nothing is said: no submission may hold up others. */
const mostMakers = 150;
const mostWords = 200;

/**
 * A statement that makes some members.
 * @property steps What makes the names in it that are no members of the result, and the names in that.
 * @property reach Words of the statement and of its steps.
 */
type Statement = {
  readonly maker: Maker;
  readonly members: string[];
  readonly words: ReadonlySet<string>;
  readonly steps: ReadonlySet<Maker>;
  readonly reach: ReadonlySet<string>;
};

/**
 * Where the first of what is wrong is made: what is made of nothing else that is wrong. Where that are many places, what they have in
 * common with each other and not with what is right.
 * @returns undefined where a wrong member is made in a way that is not understood.
 */
export function findWrongMade(found: FoundFunction, { wrong, right }: Members): WrongMade | undefined {
  const { code } = found.outline;
  const making = makingOf(found.outline, found.declaration);
  if (making.makers.length > mostMakers) return undefined;
  const reader = statementReader(code, making, [...wrong, ...right]);
  if (wrong.includes("")) return findReturned(found, reader);
  const statements = statementsOf(making, wrong, reader);
  if (wrong.some((path) => !statements.some(({ members }) => members.includes(path)))) return undefined;
  const others = statementsOf(making, right, reader);
  const origins = statements.filter((one) => !statements.some((other) => isOther(one, other) && isMadeOf(one, other)));
  if (origins.length > 0 && origins.length <= mostRanges) {
    const names = [...new Set(origins.flatMap(({ members }) => members))];
    return { code: "made-here", names, ranges: withSteps(origins, others) };
  }
  if (origins.length === 0 || others.length === 0) return undefined;
  const common = [...(origins[0]?.words ?? [])].filter(
    (word) => origins.every(({ words }) => words.has(word)) && !others.some(({ reach }) => reach.has(word)),
  );
  const ranges = common.flatMap((word) => declarationOf(found, making, word) ?? []);
  if (common.length === 0 || common.length > mostCommon || ranges.length < common.length) return undefined;
  return { code: "made-with", names: common, ranges };
}

type StatementReader = (maker: Maker) => Statement;

/** Reads statements with their steps. @param paths All members of the result. */
function statementReader(code: Code, { makers, aliases }: Making, paths: readonly string[]): StatementReader {
  const members = new Set(paths.map((path) => path.split(".").at(-1) ?? path).map((key) => aliases.get(key) ?? key));
  const steps = makers.filter(({ base: [name = "", ...more], key, range }) => {
    return key === undefined && more.length === 0 && !members.has(name) && !isEmpty(code, range);
  });
  return (maker) => {
    const words = wordsIn(code, maker.range);
    const reach = new Set(words);
    const found = new Set<Maker>();
    for (const word of reach) {
      for (const step of steps) {
        if (step.base[0] !== word || found.has(step)) continue;
        found.add(step);
        for (const more of wordsIn(code, step.range)) reach.add(more);
      }
    }
    return { maker, members: [], words, steps: found, reach };
  };
}

/** What is returned, where that is one thing, with the steps that lead to it. */
function findReturned(
  { outline: { code }, declaration }: FoundFunction,
  reader: StatementReader,
): WrongMade | undefined {
  const returns: TokenRange[] = [];
  for (let at = declaration.first; at <= declaration.last; at++) {
    if (code.tokens[at]?.kind !== "return") continue;
    returns.push({ first: at, last: endOfExpression(code, at + 1, declaration.last) });
  }
  const [only] = returns;
  if (only === undefined || returns.length > 1) return undefined;
  const ranges = withSteps([reader({ base: [], key: "", range: only })], []);
  return { code: "returned-here", names: [declaration.name], ranges };
}

/** Whether two statements make other members: one that is made in several steps is made of itself. */
const isOther = (one: Statement, other: Statement): boolean => one.members.join() !== other.members.join();

/**
 * Where something is made, with the steps that lead to it and to nothing that is right. Where these are too many places, only where it is
 * made itself.
 */
function withSteps(origins: readonly Statement[], others: readonly Statement[]): readonly TokenRange[] {
  const steps = origins.flatMap((one) =>
    [...one.steps].filter((step) => !others.some((other) => other.steps.has(step))),
  );
  const makers = [...new Set([...origins.map(({ maker }) => maker), ...steps])];
  const shown = makers.length <= mostSteps ? makers : origins.map(({ maker }) => maker);
  return shown.map(({ range }) => range).sort((one, other) => one.first - other.first);
}

/** `v = {}`: nothing is made yet. */
const isEmpty = (code: Code, { last }: TokenRange): boolean =>
  /^(?:\{\}|\[\])$/.test(wordAt(code, last - 1) + wordAt(code, last));

/** The statements that make some members, each once. */
function statementsOf(making: Making, paths: readonly string[], reader: StatementReader): readonly Statement[] {
  const statements = new Map<Maker, Statement>();
  for (const path of paths) {
    for (const maker of makersOf(making, path)) {
      const known = statements.get(maker) ?? reader(maker);
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
  for (let at = first; at <= last && words.size < mostWords; at++) {
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
function isMadeOf({ reach: words }: Statement, { maker: { base, key } }: Statement): boolean {
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
