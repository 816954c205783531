import { basename } from "node:path";
import type { ErrorObject } from "ajv";
import schema from "../../../assignments/catalog/manifest.schema.json" with { type: "json" };
import type { LateSettings } from "../../../assignments/catalog/manifest.ts";
import { phraseProblem, problemOf } from "../../../assignments/storage/json-problem.ts";
import { validatorOf } from "../../../assignments/storage/load-json.ts";
import { readInstant } from "../attempts/read-instant.ts";

/** What lateness costs. Everything but the due date is optional. */
export type LatePolicy = {
  /** Due date and time. */
  readonly due: Date;
  /** Minutes after the due date that cost nothing; a later submission is late from the due date on. Default 0. */
  readonly graceMinutes?: number;
  /** Percent off for each begun day. Default 0. */
  readonly percentPerDay?: number;
  /** What the percentage refers to: the points that were reached (default), or the maximum. */
  readonly percentOf?: "score" | "max";
  /** Most percent that lateness can cost. Default 100. */
  readonly capPercent?: number;
  /** After this, a submission gets 0 points. An extension moves it by as much as it moves the due date. */
  readonly hardDeadline?: Date;
  /** Days that each student may be late without losing points. Default 0. */
  readonly lateDays?: number;
};

const example = "2026-11-20T18:00Z";

/**
 * A late policy from settings of any source: a manifest's `late`, a file, the command line.
 * @param settings In the shape of `late` in the manifest's schema.
 * @param source Where they come from, for the message: `late.json`.
 * @throws RangeError of one line that names source, field and value.
 */
export function latePolicy(settings: unknown, source: string): LatePolicy {
  const validate = validatorOf<LateSettings>(schema.definitions.latePolicy);
  if (!validate(settings)) {
    const [error] = validate.errors ?? [];
    throw lateError(source, error ? describe(error) : "it does not follow the schema");
  }
  const { due, hardDeadline, ...others } = settings;
  const policy = {
    ...others,
    due: instant("due", due, source),
    ...(hardDeadline !== undefined && { hardDeadline: instant("hardDeadline", hardDeadline, source) }),
  };
  if (policy.hardDeadline !== undefined && policy.hardDeadline < policy.due)
    throw lateError(source, `hardDeadline is "${hardDeadline}", must not be before due "${due}"`);
  return policy;
}

/** An error of one line about a late policy. @param what Names the field and its value. */
export function lateError(source: string, what: string): RangeError {
  return new RangeError(`Cannot read the late policy in ${basename(source)}: ${what}`);
}

function instant(field: string, text: string, source: string): Date {
  const date = readInstant(text);
  if (date === undefined) throw lateError(source, `${field} is "${text}", must be a date that exists`);
  return date;
}

function describe(error: ErrorObject): string {
  if (error.keyword === "additionalProperties")
    return `there is no field "${error.params["additionalProperty"]}", must be one of ${fields.join(", ")}`;
  const problem = problemOf(error);
  // What a manifest's schema requires, and has a pattern for, is an instant.
  const isInstant = error.keyword === "required" || error.keyword === "pattern";
  const rule = isInstant ? `must be a date with time and zone, as in ${example}` : problem.rule;
  return phraseProblem({ ...problem, rule }, "the policy");
}

const fields = Object.keys(schema.definitions.latePolicy.properties);
