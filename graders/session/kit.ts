import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Case, type CaseKey, caseKey, type Expected } from "../../assignments/catalog/case.ts";
import { findAssignment } from "../../assignments/catalog/catalog.ts";
import { courseModule } from "../../assignments/catalog/course.ts";
import { loadManifest } from "../../assignments/catalog/load-manifest.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { type JsonProblem, ManifestError, phraseProblem } from "../../assignments/storage/json-problem.ts";
import { loadJson } from "../../assignments/storage/load-json.ts";
import type { Value } from "../../assignments/values/value.ts";
import { valueFromJson, valueToJson } from "../../assignments/values/value-json.ts";
import { follows } from "./is-kit-description.ts";
import schema from "./kit-description.schema.json" with { type: "json" };
import type { KitDescription } from "./kit-description.ts";

/** In the folder of an assignment: makes it a kit's. */
const kitFile = "kit.json";
const casesFile = "cases.json";
/** The cases that counterexamples are found among; read only when one is asked for. */
const smallCasesFile = "small-cases.json";

/** What a student was given to check work with. */
export type Kit = KitFacts &
  KitCases & {
    readonly manifest: Manifest;
    /** The cases that tokens name; none of a kit that was made before there were any. */
    readonly smallCases: () => Promise<KitCases>;
  };

/** Cases and what is expected of them. */
type KitCases = {
  readonly cases: readonly Case[];
  /** By `caseKey`. */
  readonly expected: ReadonlyMap<CaseKey, Expected>;
};

/** What a kit says of itself. */
export type KitFacts = Readonly<Pick<KitDescription, "assignment" | "version" | "seed" | "backend">>;

/** A case, as a student can read it. */
type CaseJson = {
  readonly title: string;
  readonly judgedBy?: Case["judgedBy"];
  readonly arguments: readonly unknown[];
  readonly expected: unknown;
  /** What is right as well. */
  readonly alternatives?: readonly unknown[];
  /** What the generator among the arguments gives after the call. */
  readonly nextDraw?: number;
};

/** A kit cannot be used, for example because it is not as it was released. */
export class KitError extends Error {
  override readonly name = "KitError";
}

const unusable = (assignment: string, why: string): KitError =>
  new KitError(`Cannot open the kit of "${assignment}": ${why}`);

/**
 * Opens the kit of an assignment of the course.
 * @returns undefined where the course has sources instead.
 * @throws {KitError} where a file is missing or has changed, and where the kit is another assignment's or of a format that is not known yet.
 */
export async function openKit(assignment: string): Promise<Kit | undefined> {
  const directory = await findAssignment(assignment);
  const description = await describeKit(assignment, directory);
  if (description === undefined) return undefined;
  const { version, seed, backend, files } = description;
  for (const [name, hash] of Object.entries(files)) await requireUnchanged(assignment, join(directory, name), hash);
  const manifest = await loadManifest(directory);
  const own = await readCases(join(directory, casesFile));
  const none: KitCases = { cases: [], expected: new Map() };
  const smallCases = async (): Promise<KitCases> =>
    Object.hasOwn(files, smallCasesFile) ? readCases(join(directory, smallCasesFile)) : none;
  return { version, seed, backend, manifest, ...own, smallCases };
}

async function readCases(file: string): Promise<KitCases> {
  const all = JSON.parse(await readFile(file, "utf8")) as Record<string, Record<string, CaseJson>>;
  const cases: Case[] = [];
  const expected = new Map<CaseKey, Expected>();
  for (const [exercise, own] of Object.entries(all)) {
    for (const [id, json] of Object.entries(own)) {
      const { title, judgedBy, arguments: args } = json;
      const testCase = { id, exercise, visibility: "visible", title, ...(judgedBy && { judgedBy }) } as const;
      const whole = { ...testCase, args: args.map(valueFromJson) };
      cases.push(whole);
      expected.set(caseKey(whole), expectedFromJson(json));
    }
  }
  return { cases, expected };
}

async function describeKit(assignment: string, directory: string): Promise<KitDescription | undefined> {
  const file = join(directory, kitFile);
  if (!existsSync(file)) {
    const isKit = existsSync(join(directory, casesFile)) && !existsSync(courseModule(join(directory, "cases")));
    if (isKit) throw unusable(assignment, `"${file}" is missing; unpack the kit again`);
    return undefined;
  }
  const description = await loadDescription(file, assignment);
  const { assignment: own = assignment } = description;
  if (own !== assignment) throw unusable(assignment, `it is the kit of "${own}"; unpack that of "${assignment}"`);
  return description;
}

/** What every kit consists of. */
const findMissing = ({ files }: KitDescription): JsonProblem[] =>
  ["assignment.json", casesFile]
    .filter((name) => !Object.hasOwn(files, name))
    .map((name) => ({ path: `files["${name}"]`, value: undefined, rule: "must be given" }));

async function loadDescription(file: string, assignment: string): Promise<KitDescription> {
  try {
    return await loadJson<KitDescription>(file, assignment, { schema, follows, findProblems: findMissing });
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    const isNewer = error.problems.some(({ path, value }) => path === "schemaVersion" && Number(value) > 1);
    if (isNewer) throw unusable(assignment, "it was made by a newer gradecheck; use the one that came with it");
    const [problem] = error.problems;
    const damage = problem === undefined ? "" : ` (${phraseProblem(problem, kitFile)})`;
    throw unusable(assignment, `"${file}" is damaged${damage}; unpack the kit again`);
  }
}

const expectedFromJson = ({ expected, alternatives, nextDraw }: CaseJson): Expected => ({
  value: valueFromJson(expected),
  ...(alternatives && { alternatives: alternatives.map(valueFromJson) }),
  ...(nextDraw !== undefined && { nextDraw }),
});

async function requireUnchanged(assignment: string, file: string, hash: string): Promise<void> {
  const found = await readFile(file).catch(() => undefined);
  if (found !== undefined && hashOf(found) === hash) return;
  const what = found === undefined ? "is missing" : "has changed";
  throw unusable(assignment, `"${file}" ${what}; unpack the kit again`);
}

const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/**
 * The files of a kit's assignment, by name: `kit.json`, `cases.json` and those given.
 * @param others What else belongs to it, such as the manifest and the contract.
 */
export function kitFiles(
  facts: KitFacts,
  cases: readonly Case[],
  expected: ReadonlyMap<CaseKey, Expected>,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const files = { ...others, [casesFile]: `${JSON.stringify(casesJson({ cases, expected }), undefined, 1)}\n` };
  const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, hashOf(text)]));
  const kit: KitDescription = { schemaVersion: 1, ...facts, files: hashes };
  return { ...files, [kitFile]: `${JSON.stringify(kit, undefined, 2)}\n` };
}

/** The file of the cases that tokens name, for {@link kitFiles}. */
export const smallCasesOf = (small: KitCases): Readonly<Record<string, string>> => ({
  [smallCasesFile]: `${JSON.stringify(casesJson(small))}\n`,
});

const casesJson = ({ cases, expected }: KitCases): Readonly<Record<string, Record<string, CaseJson>>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(cases, ({ exercise }) => exercise)).map(([exercise, own = []]) => [
      exercise,
      Object.fromEntries(own.map((one) => [one.id, caseJson(one, expected)])),
    ]),
  );

/** What only properties judge is judged by its form at the student's desk: properties tell how an answer comes about. */
function caseJson(testCase: Case, expected: ReadonlyMap<CaseKey, Expected>): CaseJson {
  const right = expected.get(caseKey(testCase));
  if (right === undefined) throw new RangeError(`Cannot release ${caseKey(testCase)}: it has no expected value`);
  const { value, alternatives, nextDraw } = right;
  const asked = { title: testCase.title, arguments: testCase.args.map(valueToJson) };
  if (testCase.judgedBy === "properties") return { ...asked, judgedBy: "form", expected: valueToJson(formOf(value)) };
  return {
    ...asked,
    expected: valueToJson(value),
    ...(alternatives && { alternatives: alternatives.map(valueToJson) }),
    ...(nextDraw !== undefined && { nextDraw }),
  };
}

/** A value of the same form, with zeros for numbers. */
function formOf(value: Value): Value {
  switch (value.kind) {
    case "tensor":
      return { ...value, data: value.data.map(() => 0) };
    case "array":
      return { ...value, data: value.data.map(() => 0) };
    case "number":
      return { kind: "number", value: 0 };
    case "list":
      return { ...value, items: value.items.map(formOf) };
    case "record":
      return { ...value, entries: value.entries.map(([key, member]) => [key, formOf(member)]) };
    default:
      return value;
  }
}
