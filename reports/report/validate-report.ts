import { Ajv, type ErrorObject } from "ajv";
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
  throw new TypeError(`Cannot read the report: ${error ? describe(error) : "it does not follow the schema"}`);
}

function describe(error: ErrorObject): string {
  const place = error.instancePath
    .replaceAll(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".")
    .replace(/^\./, "");
  const subject = place === "" ? "the report" : place;
  if (error.keyword === "required") return `${subject} lacks ${JSON.stringify(error.params["missingProperty"])}`;
  if (error.keyword === "additionalProperties")
    return `${subject} has the unknown property ${JSON.stringify(error.params["additionalProperty"])}`;
  const allowed = error.keyword === "enum" ? ` ${JSON.stringify(error.params["allowedValues"])}` : "";
  return `${subject} is ${shorten(error.data)}, ${error.message ?? "which is not allowed"}${allowed}`;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
