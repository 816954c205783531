import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import type { ExerciseReport } from "../../reports/report/report.ts";
import type { ClueFacts } from "../source/clues.ts";
import type { DiagnosedCase } from "./match-variant.ts";
import { leavesOf } from "./recognise/relation-facts.ts";

type Exercises = readonly Pick<ExerciseReport, "id" | "status">[];

/** Dictionaries of which each member counts: parameters and gradients. */
const everyMemberCounts = /^d?[Wb]\d+$/;

/**
 * What may be looked for in a student's lines: from visible cases alone.
 * @param all The exercises of the report.
 */
export function clueFacts(
  { id, parameters }: Pick<Exercise, "id" | "parameters">,
  cases: readonly DiagnosedCase[],
  all: Exercises,
  misconceptions: readonly Pick<MisconceptionOutcomes, "looksAt">[],
): ClueFacts {
  const visible = cases.filter(({ testCase }) => testCase.visibility === "visible");
  const failing = visible.filter(({ report }) => report.outcome !== "passed");
  const looked = new Set(misconceptions.flatMap(({ looksAt = [] }) => looksAt));
  const argsOf = (i: number) => visible.flatMap(({ testCase }) => testCase.args[i] ?? []);
  return {
    failed: all.filter((one) => one.id !== id && isFailed(one)).map((one) => one.id),
    wanted: new Set(parameters.filter((name) => looked.has(name))),
    numbers: new Set(parameters.filter((_, i) => argsOf(i).some(({ kind }) => kind === "number"))),
    members: new Map(parameters.map((name, i) => [name, membersOf(argsOf(i))])),
    changed: [...new Set(failing.flatMap(({ report: { mismatch } }) => changedBy(mismatch)))],
    isDisposed: failing.some(({ report }) => report.badValue?.reason === "disposed-tensor"),
    isKept: failing.some(
      ({ report }) => report.badValue?.reason === "kept-tensor" || isOfState.has(report.mismatch?.code),
    ),
    places: wrongMembers(failing),
  };
}

/** What fails because of something that was kept from another call. */
const isOfState: ReadonlySet<string | undefined> = new Set(["state-kept", "fails-again", "unrepeatable"]);

const isFailed = ({ status }: Exercises[number]): boolean => status === "failed" || status === "partial";

function membersOf(args: readonly DiagnosedCase["testCase"]["args"][number][]): readonly string[] {
  const [first] = args;
  if (first?.kind !== "record") return [];
  const keys = first.entries.map(([key]) => key);
  return keys.every((key) => everyMemberCounts.test(key)) ? keys : [];
}

function changedBy(mismatch: ExerciseReport["cases"][number]["mismatch"]): string[] {
  if (mismatch?.code !== "input-changed" && mismatch?.code !== "input-disposed") return [];
  return [mismatch.path.split(/[.[]/)[0] ?? mismatch.path];
}

/** @returns undefined where no failing case tells which members are wrong; "" is the result itself. */
function wrongMembers(failing: readonly DiagnosedCase[]): ClueFacts["places"] {
  const wrong = new Set<string>();
  const all = new Set<string>();
  for (const { report, expected } of failing) {
    const found = wrongIn(report);
    if (found === undefined) continue;
    for (const path of found) wrong.add(path);
    if (report.mismatch?.code !== "missing-keys") for (const { path } of leavesOf(expected.value)) all.add(path);
  }
  if (wrong.size === 0) return undefined;
  if (wrong.has("")) return { wrong: [""], right: [] };
  return { wrong: [...wrong], right: [...all].filter((path) => !wrong.has(path)) };
}

const ofMembers: ReadonlySet<string | undefined> = new Set(["shape", "dtype", "non-finite", "values", "kind"]);

function wrongIn({ mismatch, badValue }: DiagnosedCase["report"]): readonly string[] | undefined {
  if (badValue !== undefined) return [badValue.path];
  if (mismatch?.code === "missing-keys")
    return mismatch.keys?.map((key) => [mismatch.path, key].filter(Boolean).join("."));
  return ofMembers.has(mismatch?.code) && mismatch !== undefined
    ? [mismatch.path, ...(mismatch.alsoAt ?? [])]
    : undefined;
}
