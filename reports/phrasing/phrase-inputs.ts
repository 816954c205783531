import { message } from "../messages/message.ts";
import type { CaseInput, Preview } from "../report/report.ts";
import { formatValue } from "./text/format-number.ts";

/** Lists up to this length are written out in the brief form. */
const shortList = 8;

/**
 * The inputs of a case in brief, one clause for each argument: small ones by value, others by their shape.
 * @returns `parameters: W1 2×3, b1 2×1`, `learningRate = 0.1`, `layerDims = [3, 2, 1]`.
 */
export function phraseInputs(inputs: readonly CaseInput[]): readonly string[] {
  const byArgument = Map.groupBy(inputs, ({ path }) => /^[^.[]+/.exec(path)?.[0] ?? path);
  return [...byArgument].map(([argument, parts]) => {
    const [first] = parts;
    if (first?.path === argument) return phraseWhole(first);
    return `${argument}: ${parts.map((part) => phraseMember(part, argument)).join(", ")}`;
  });
}

function phraseWhole({ path, text, preview, dtype }: CaseInput): string {
  if (preview === undefined) return `${path} = ${text ?? ""}`;
  const list = dtype === undefined ? phraseList(preview) : null;
  return list === null ? `${path} ${phraseShape(preview.shape)}` : `${path} = ${list}`;
}

function phraseMember({ path, text, preview }: CaseInput, argument: string): string {
  const name = path.slice(argument.length).replace(/^\./, "");
  return preview === undefined ? `${name} = ${text ?? ""}` : `${name} ${phraseShape(preview.shape)}`;
}

/** A short list of plain numbers as code would have it; null for anything else. */
function phraseList({ shape, values }: Preview): string | null {
  if (shape.length !== 1 || values.length > shortList || values.length !== shape[0]) return null;
  return `[${values.map((value) => formatValue(value)).join(", ")}]`;
}

/** A shape as people say it: `2×3`; a vector's length is in brackets, because alone it would read as its value. */
function phraseShape(shape: readonly number[]): string {
  if (shape.length === 0) return message("shape.scalar-briefly");
  return shape.length === 1 ? `[${shape[0]}]` : shape.join("×");
}
