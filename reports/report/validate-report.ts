import { Ajv, type ValidateFunction } from "ajv";
import { phraseProblem, problemOf } from "../../assignments/storage/json-problem.ts";
import schema from "./report.schema.json" with { type: "json" };
import type { Report } from "./report.ts";

let compiled: ValidateFunction<Report> | undefined;

/**
 * Checks that something read from outside is a report.
 * @param data Parsed JSON.
 * @returns The same object, now typed.
 * @throws TypeError that names the place, the value found there and the rule it breaks.
 */
export function validateReport(data: unknown): Report {
  // Most runs read no report, and to compile the schema takes longer than to judge many submissions.
  compiled ??= new Ajv({ verbose: true }).compile<Report>(schema);
  const isReport = compiled;
  if (isReport(data)) return data;
  const [error] = isReport.errors ?? [];
  throw new TypeError(
    `Cannot read the report: ${error ? phraseProblem(problemOf(error), "the report") : "it does not follow the schema"}`,
  );
}
