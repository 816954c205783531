import type { Case, Expected } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import type { CaseReport, Finding } from "../../reports/report/report.ts";
import type { CaseRun } from "../../sandbox/replies/case-run.ts";
import { numericBlock } from "./compare/numeric-block.ts";
import { findingsByPlace } from "./compare.ts";
import { namesOf } from "./recognise/factors.ts";
import { leavesOf } from "./recognise/relation-facts.ts";

/** A case of the exercise, what is right in it, and what is said of it. */
type ToldCase = {
  readonly testCase: Case;
  readonly expected: Expected;
  readonly run: CaseRun;
  readonly report: CaseReport;
};

/** A case whose values are wrong, and what each of its wrong places looks like. */
type Evidence = { readonly told: ToldCase; readonly places: ReadonlyMap<string, readonly Finding[]> };

/** Findings that speak of a cause: where it is the cause, it shows in every case that fails by its values. */
const causes: ReadonlySet<Finding["code"]> = new Set([
  "unchanged-input",
  "equals-other-key",
  "float-precision",
  "rounded",
  "step-negated",
]);

/** Values that are not zero and differ from each other, as many as make a relation more than a coincidence. */
const leastDistinct = 3;

/**
 * Leaves out findings that may be coincidences: a relation of one or two values that no other case shows, a cause that another failing
 * case does not show, the name of a factor that several quantities explain. What is said of a visible case follows from visible ones.
 * @param cases Of one exercise, as reported.
 * @returns The reports, in the same order.
 */
export function* confirming(exercise: Exercise, cases: readonly ToldCase[]): Steps<CaseReport[]> {
  const evidence: Evidence[] = [];
  const isNeeded = cases.some((told) => told.report.mismatch?.findings?.some((one) => asksOthers(told, one)));
  for (const told of isNeeded ? cases : []) {
    yield;
    const places = placesOf(exercise, told);
    if (places !== undefined) evidence.push({ told, places });
  }
  return cases.map(({ report }) => {
    const own = evidence.find(({ told }) => told.report === report);
    const { mismatch } = report;
    if (own === undefined || mismatch?.findings === undefined) return report;
    const peers = evidence.filter(
      (one) => one !== own && (report.visibility === "hidden" || one.told.report.visibility === "visible"),
    );
    const findings = mismatch.findings.flatMap((finding) => confirmed(exercise, own, peers, finding));
    const { findings: _, ...rest } = mismatch;
    return { ...report, mismatch: { ...rest, ...(findings.length > 0 && { findings }) } };
  });
}

function placesOf({ comparison, parameters }: Exercise, told: ToldCase): Evidence["places"] | undefined {
  const { run, report, expected, testCase } = told;
  const code = report.outcome === "wrong" ? report.mismatch?.code : undefined;
  if (run.outcome !== "returned" || (code !== "values" && code !== "shape")) return undefined;
  return findingsByPlace(expected.value, run.value, comparison, { parameters, args: testCase.args });
}

function confirmed(exercise: Exercise, own: Evidence, peers: readonly Evidence[], finding: Finding): Finding[] {
  const isShown = ({ places }: Evidence): boolean => [...places.values()].flat().some((one) => isAlike(one, finding));
  const shownBy = peers.filter(isShown).length;
  const isWeak = isWeakIn(own.told, finding);
  if ((causes.has(finding.code) || isWeak) && shownBy < peers.length) return [];
  if (isWeak && shownBy === 0 && !isForm(finding)) return [];
  if (!isFactor(finding)) return [finding];
  const name = commonName(exercise, own, peers, finding);
  const { named: _, ...unnamed } = finding;
  if (name !== undefined) return [{ ...finding, named: name }];
  return isWeak ? [] : [unnamed];
}

/** Whether it takes other cases to confirm a finding. */
const asksOthers = (told: ToldCase, finding: Finding): boolean =>
  causes.has(finding.code) || isFactor(finding) || isWeakIn(told, finding);

const isFactor = ({ code }: Finding): boolean => code === "factor" || code === "step-factor";

const isWeakIn = (told: ToldCase, { path }: Finding): boolean => distinctValues(told, path) < leastDistinct;

/** What is seen in the form, where few values are enough, or says nothing but what is found. */
const isForm = ({ code }: Finding): boolean =>
  code === "shape-only" || code === "transposed" || code === "all-zero" || code.startsWith("items-");

const isAlike = (one: Finding, other: Finding): boolean =>
  one.code === other.code &&
  one.axis === other.axis &&
  one.decimals === other.decimals &&
  one.digits === other.digits &&
  kindOf(one.key) === kindOf(other.key);

/** `parameters.W2` and `parameters.W1` are of one kind. */
const kindOf = (key: string | undefined): string | undefined => key?.replace(/\d+/g, "");

/** The quantity that explains the factor in every case that has one; none where several do. */
function commonName(
  { parameters }: Exercise,
  own: Evidence,
  peers: readonly Evidence[],
  { code, factor }: Finding,
): string | undefined {
  if (factor === undefined) return undefined;
  const namesIn = ({ told }: Evidence, value: number): string[] =>
    namesOf(value, { parameters, args: told.testCase.args });
  const others = peers.map((peer) => {
    const found = [...peer.places.values()].flat().filter((one) => one.code === code);
    return found.flatMap((one) => (one.factor === undefined ? [] : namesIn(peer, one.factor)));
  });
  const names = namesIn(own, factor).filter((name) => others.every((known) => known.includes(name)));
  return names.length === 1 ? names[0] : undefined;
}

function distinctValues({ expected, report }: ToldCase, path = report.mismatch?.path ?? ""): number {
  const leaf = leavesOf(expected.value).find((one) => one.path === path)?.block ?? numericBlock(expected.value);
  const distinct = new Set<number>();
  for (const value of leaf?.data ?? []) {
    if (value !== 0) distinct.add(value);
    if (distinct.size >= leastDistinct) break;
  }
  return distinct.size;
}
