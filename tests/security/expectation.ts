import type { CaseReport, Report } from "../../reports/report/report.ts";

/** What has to come of an attack: one of these. */
export type Expectation = readonly Alternative[];

type Alternative =
  | { readonly kind: "full-marks" }
  /** `every`: all cases in scope; `some`: at least one, and the others pass. */
  | { readonly kind: "outcomes"; readonly outcomes: readonly string[]; readonly where: "every" | "some" }
  | { readonly kind: "not-gradable"; readonly message: RegExp };

/**
 * Reads an expectation: `full marks`, `timeout|memory in every case`, `wrong in some case`, `not-gradable /regex/`, or several
 * of them with `or` between.
 * @throws {SyntaxError} for anything else.
 */
export function parseExpectation(text: string): Expectation {
  return text.split(/ or (?=full marks|[a-z|-]+ in |not-gradable)/).map((part) => {
    if (part === "full marks") return { kind: "full-marks" };
    const message = /^not-gradable \/(.*)\/([a-z]*)$/.exec(part);
    if (message !== null) return { kind: "not-gradable", message: new RegExp(message[1] ?? "", message[2]) };
    const outcomes = /^([a-z|-]+) in (every|some) case$/.exec(part);
    if (outcomes === null) throw new SyntaxError(`Cannot read the expectation "${part}"`);
    return { kind: "outcomes", outcomes: (outcomes[1] ?? "").split("|"), where: outcomes[2] as "every" | "some" };
  });
}

/**
 * Whether a report is what was expected.
 * @param inScope Ids of the exercises that were attacked.
 * @returns Undefined, or in words what is different.
 */
export function differsFrom(expectation: Expectation, report: Report, inScope: readonly string[]): string | undefined {
  const problems = expectation.map((alternative) => differs(alternative, report, inScope));
  return problems.includes(undefined) ? undefined : problems.join("; and ");
}

function differs(expected: Alternative, report: Report, inScope: readonly string[]): string | undefined {
  if (expected.kind === "not-gradable") {
    const said = `${report.status} "${report.message ?? ""}"`;
    return report.status === "not-gradable" && expected.message.test(report.message ?? "")
      ? undefined
      : `${said} is not not-gradable ${expected.message}`;
  }
  if (report.status !== "graded") return `${report.status}: ${report.message}`;
  const attacked = report.exercises.filter(({ id }) => inScope.includes(id));
  if (expected.kind === "full-marks") {
    return attacked.every(({ score, maxScore }) => score === maxScore)
      ? undefined
      : `${told(attacked)} instead of full marks`;
  }
  const { outcomes, where } = expected;
  const judged = attacked.map(({ cases }) => cases.map(({ outcome }) => outcome as string));
  const asExpected = judged.every((cases) =>
    where === "every"
      ? cases.length > 0 && cases.every((outcome) => outcomes.includes(outcome))
      : cases.some((outcome) => outcomes.includes(outcome)) &&
        cases.every((outcome) => outcome === "passed" || outcomes.includes(outcome)),
  );
  return asExpected ? undefined : `${told(attacked)} is not ${outcomes.join("|")} in ${where} case`;
}

/** Outcomes of exercises in short: `updateLr: 2 passed, 7 timeout`. */
export function told(exercises: readonly { readonly id: string; readonly cases: readonly CaseReport[] }[]): string {
  return exercises
    .map(({ id, cases }) => {
      const groups = Object.entries(Object.groupBy(cases, ({ outcome }) => outcome));
      return `${id}: ${groups.map(([outcome, all]) => `${all?.length} ${outcome}`).join(", ")}`;
    })
    .join("; ");
}
