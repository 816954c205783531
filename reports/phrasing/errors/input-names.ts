import { message } from "../../messages/message.ts";
import type { CaseInput } from "../../report/report.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseList } from "../text/sentence.ts";
import type { ErrorContext } from "./explanation.ts";
import { shapeText } from "./shapes.ts";

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

/** Arguments whose record has this key: `parameters`. */
export const recordsWith = ({ records }: InputNames, key: string): readonly string[] =>
  [...records].filter(([, keys]) => keys.includes(key)).map(([name]) => name);

/** A sentence, and which keys the records of the call have, where that is known. */
export function withKeys(sentence: string, context: ErrorContext): string {
  const { records } = inputNames(context);
  if (records.size === 0) return sentence;
  const keys = [...records].map(([name, all]) => `${codeSpan(name)}: ${phraseList(all.map(codeSpan), 8)}`);
  return message("error.keys-there-are", { sentence, records: keys.join("; ") });
}

/** A sentence, and which inputs of the call have one of these shapes, where there are any. */
export function withShapes(
  sentence: string,
  shapes: readonly (readonly number[])[],
  { inputs = [] }: ErrorContext,
): string {
  const named = [...new Set(shapes.map(shapeText))].flatMap((shape) => {
    const paths = inputs.filter(({ preview }) => preview !== undefined && shapeText(preview.shape) === shape);
    const names = phraseList(
      paths.map(({ path }) => codeSpan(path)),
      5,
    );
    return names === "" ? [] : [`${shape}: ${names}`];
  });
  return named.length === 0 ? sentence : message("error.shapes-there-are", { sentence, inputs: named.join("; ") });
}
