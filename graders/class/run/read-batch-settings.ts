import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { phraseProblem, problemOf } from "../../../assignments/storage/json-problem.ts";
import { validatorOf } from "../../../assignments/storage/load-json.ts";
import { exporters, optionsOf } from "../../../reports/exports/exporters.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { BatchError } from "../batch-error.ts";
import schema from "./batch-settings.schema.json" with { type: "json" };
import type { BatchSettings } from "./batch-settings.ts";

/** What a batch was told, kept beside its results so that it can be graded again. */
export const settingsFile = "batch.json";

let validate: ValidateFunction<BatchSettings> | undefined;

/**
 * What the batch of a folder was told.
 * @returns undefined where no batch has written there.
 * @throws {BatchError} where the file is not what a batch writes.
 */
export async function readBatchSettings(folder: string): Promise<BatchSettings | undefined> {
  const file = join(folder, settingsFile);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
  validate ??= validatorOf<BatchSettings>(wholeSchema());
  const settings = parse(text);
  if (validate(settings)) return settings;
  const [error] = validate.errors ?? [];
  const isJson = settings !== undefined && error !== undefined;
  const why = isJson ? phraseProblem(problemOf(error), "all of it") : "it is not valid JSON";
  throw new BatchError(
    printable(`Cannot read "${file}": it is not what a batch writes (${why}); remove it, or give another folder`),
  );
}

/** With what exporters add to it. */
function wholeSchema(): object {
  const { exports, ...properties } = schema.properties;
  const names = exporters.map(({ name }) => name);
  const options = optionsOf(exporters).map(({ name, schema: own }) => [name, own]);
  return {
    ...schema,
    additionalProperties: false,
    properties: { ...properties, exports: { ...exports, items: { enum: names } }, ...Object.fromEntries(options) },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
