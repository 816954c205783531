import type { CaseInput } from "../../report/report.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseList } from "../text/sentence.ts";
import type { ErrorContext } from "./explanation.ts";

const member = /^([A-Za-z_$][\w$]*)\.([A-Za-z_$][\w$]*)$/;

/** Names of the arguments and of what is in their records. */
export type InputNames = {
  readonly arguments: readonly string[];
  /** By argument: the keys of a record. */
  readonly records: ReadonlyMap<string, readonly string[]>;
};

/** What the inputs of a call are called; empty where they are not known. */
export function inputNames({ inputs = [] }: ErrorContext): InputNames {
  const all = inputs.map(({ path }: CaseInput) => path);
  const members = all.map((path) => member.exec(path)).filter((found) => found !== null);
  const records = new Map<string, string[]>();
  for (const [, record = "", key = ""] of members) records.set(record, [...(records.get(record) ?? []), key]);
  return { arguments: [...new Set(all.map((path) => path.split(/[.[]/, 1)[0] ?? path))], records };
}

/** `` `parameters`: `W1`, `b1` and 2 more ``, with a semicolon between records. */
export const phraseRecords = ({ records }: InputNames): string =>
  [...records].map(([name, keys]) => `${codeSpan(name)}: ${phraseList(keys.map(codeSpan), 8)}`).join("; ");

/** Arguments whose record has this key: `parameters`. */
export const recordsWith = ({ records }: InputNames, key: string): readonly string[] =>
  [...records].filter(([, keys]) => keys.includes(key)).map(([name]) => name);
