import { readFile } from "node:fs/promises";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { parseJson } from "../../../assignments/storage/parse-json.ts";
import { type LatePolicy, lateError, latePolicy } from "./late-policy.ts";

const optionSource = "--late";
const minutesOf: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 };

/**
 * The late policy of a batch: from `--late`, otherwise from the manifest.
 * @param option The option's value: a file that ends in `.json`, or
 * `due=2026-11-20T18:00Z,grace=15m,per-day=10%,cap=50%`, optionally with `hard=`, `late-days=` and `of=score|max`.
 * @returns undefined where neither has one.
 * @throws RangeError of one line that names file or option, field and value.
 */
export async function readLatePolicy(
  option: string | undefined,
  { id, late }: Pick<Manifest, "id" | "late">,
): Promise<LatePolicy | undefined> {
  if (option === undefined) return late === undefined ? undefined : latePolicy(late, `the manifest of ${id}`);
  return option.endsWith(".json") ? latePolicy(await readSettings(option), option) : parseLateOption(option);
}

async function readSettings(file: string): Promise<unknown> {
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file)));
  } catch (cause) {
    throw lateError(file, cause instanceof SyntaxError ? `it is not valid JSON: ${cause.message}` : String(cause));
  }
}

/**
 * Reads a late policy from the command line:
 * `due=2026-11-20T18:00Z,grace=15m,per-day=10%,cap=50%,hard=2026-11-27T18:00Z,late-days=3`.
 * @throws RangeError of one line that names the field and its value.
 */
export function parseLateOption(text: string): LatePolicy {
  const settings: Record<string, unknown> = {};
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const [, name = part, value = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    const read = readers.get(name.trim());
    if (read === undefined) throw lateError(optionSource, unknownField(name.trim()));
    const [field, setting] = read(value.trim());
    if (setting === undefined || Number.isNaN(setting))
      throw lateError(optionSource, `${name} is "${value}", must be ${formOf(field)}`);
    if (field in settings) throw lateError(optionSource, `${name} is given twice`);
    settings[field] = setting;
  }
  return latePolicy(settings, optionSource);
}

type Reader = (value: string) => readonly [field: string, setting: unknown];

/** The names on the command line, and their names in JSON. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["due", (value) => ["due", value]],
  ["grace", (value) => ["graceMinutes", readMinutes(value)]],
  ["per-day", (value) => ["percentPerDay", readPercent(value)]],
  ["of", (value) => ["percentOf", value]],
  ["cap", (value) => ["capPercent", readPercent(value)]],
  ["hard", (value) => ["hardDeadline", value]],
  ["late-days", (value) => ["lateDays", /^\d+$/.test(value) ? Number(value) : undefined]],
]);

function unknownField(name: string): string {
  const names = [...readers.keys()];
  const meant = suggestName(name, names);
  return `there is no field "${name}"${meant === undefined ? "" : ` (${meant}?)`}, must be one of ${names.join(", ")}, each as in due=…`;
}

function formOf(field: string): string {
  if (field === "graceMinutes") return "minutes, hours or days, as in 15m, 2h or 1d";
  return field === "lateDays" ? "a whole number of days" : "a percentage, as in 10%";
}

function readMinutes(value: string): number | undefined {
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)([mhd])$/.exec(value) ?? [];
  const minutes = minutesOf[unit];
  return minutes === undefined ? undefined : Number(amount) * minutes;
}

const readPercent = (value: string): number | undefined =>
  /^\d+(\.\d+)?%?$/.test(value) ? Number(value.replace("%", "")) : undefined;
