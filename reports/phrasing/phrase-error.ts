import type { ThrownError } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { printable } from "./text/printable.ts";

/** An exception of the student's code in one sentence, with the place in the submission where it is known. */
export function phraseError(error: ThrownError): string {
  const place = phraseErrorPlace(error);
  const firstLine = error.message.split(/\r?\n/, 1)[0] ?? "";
  const thrown = firstLine === "" ? error.name : `${error.name}: ${firstLine}`;
  return `Your function threw ${codeSpan(thrown)}${place === null ? "" : ` at ${codeSpan(place)}`}.`;
}

/**
 * Where an error was thrown: `submission.ts:12:5`.
 * @returns null where the file is not known.
 */
export function phraseErrorPlace({ file, line, column }: ThrownError): string | null {
  if (file === undefined) return null;
  return [printable(file), line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(":");
}
