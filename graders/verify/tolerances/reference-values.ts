import type { Case, CaseKey } from "../../../assignments/catalog/case.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { type ExpectedValues, expectedValues } from "../../../reference/oracle/oracle.ts";
import type { Subject } from "../subject/subject.ts";
import { runInFloat64 } from "./run-in-float64.ts";

/** What a reference returns. */
export type Values = ReadonlyMap<CaseKey, Value>;

/** All cases of the assignment under proof. */
export function casesOf({ assignment, seed, secret }: Subject): Case[] {
  return generateCases(assignment, { visibility: "all", seed, secret });
}

/** Whether a case's value is compared, so that its precision matters; otherwise only properties judge it. */
export const isCompared = ({ judgedBy }: Case): boolean => judgedBy !== "properties";

/** The values that submissions are compared with, and what computed them. */
export async function nativeValues(
  subject: Subject,
  cases: readonly Case[],
): Promise<{ readonly backend: ExpectedValues["backend"]; readonly values: Values }> {
  const { backend, values } = await expectedValues(subject.assignment, cases, oracleOptions(subject));
  return { backend, values: ofReference(values) };
}

const ofReference = (values: ExpectedValues["values"]): Values =>
  new Map([...values].map(([key, { value }]) => [key, value]));

/** The values of compared cases on another backend: plain JavaScript, as submissions compute, or WebAssembly. */
export async function plainValues(
  subject: Subject,
  cases: readonly Case[],
  backend: "javascript" | "cpu" = "javascript",
): Promise<Values> {
  const options = { ...oracleOptions(subject), backend };
  return ofReference((await expectedValues(subject.assignment, cases.filter(isCompared), options)).values);
}

/** The values of compared cases, computed in float64. */
export function float64Values({ assignment, referenceFile }: Subject, cases: readonly Case[]): Promise<Values> {
  return runInFloat64({ cases: cases.filter(isCompared), exercises: assignment.manifest.exercises, referenceFile });
}

function oracleOptions({ seed, cacheDirectory, referenceFile }: Subject) {
  return { seed, referenceFile, cache: openCache("expected", cacheDirectory) };
}
