import { Ajv } from "ajv";
import { phraseProblem, problemOf } from "../../assignments/storage/json-problem.ts";
import schema from "./report.schema.json" with { type: "json" };
import type { Report } from "./report.ts";

const isReport = new Ajv({ verbose: true }).compile<Report>(schema);

/**
 * Checks that something read from outside is a report.
 * @param data Parsed JSON.
 * @returns The same object, now typed.
 * @throws TypeError that names the place, the value found there and the rule it breaks.
 */
export function validateReport(data: unknown): Report {
  if (isReport(data)) return data;
  const [error] = isReport.errors ?? [];
  throw new TypeError(
    `Cannot read the report: ${error ? phraseProblem(problemOf(error), "the report") : "it does not follow the schema"}`,
  );
}
