import type { ThrownError } from "../../report/report.ts";
import { argumentErrors } from "./argument-errors.ts";
import type { ErrorContext, ErrorEntry, Explanation } from "./explanation.ts";
import { gradientErrors } from "./gradient-errors.ts";
import { indexErrors } from "./index-errors.ts";
import { matrixErrors } from "./matrix-errors.ts";
import { nameErrors } from "./name-errors.ts";
import { shapeErrors } from "./shape-errors.ts";
import { valueErrors } from "./value-errors.ts";

/** Longest message that any entry is about, with room. */
const longestMessage = 1000;

/** All errors that are explained. The first entry that knows a message explains it. */
export const explainedErrors: readonly ErrorEntry[] = [
  ...matrixErrors,
  ...shapeErrors,
  ...indexErrors,
  ...argumentErrors,
  ...gradientErrors,
  ...nameErrors,
  ...valueErrors,
];

/** What a submission's exception means, and what to try; null where the catalogue does not know it. */
export function explainError({ name, message }: ThrownError, context: ErrorContext): Explanation | null {
  if (message.length > longestMessage) return null;
  for (const { type, pattern, explain } of explainedErrors) {
    const found = type === name ? pattern.exec(message) : null;
    if (found !== null) return explain(found, context);
  }
  return null;
}
