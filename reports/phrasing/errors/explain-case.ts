import { message } from "../../messages/message.ts";
import type { CaseReport, Mismatch } from "../../report/report.ts";
import { explainError } from "./explain-error.ts";
import type { Explanation } from "./explanation.ts";

/** What went wrong in a case as far as its error or its found values tell, and what to try; null where they do not. */
export function explainCase({ outcome, error, mismatch, inputs }: CaseReport): Explanation | null {
  if (outcome === "threw" && error !== undefined) return explainError(error, { inputs });
  if (outcome === "wrong" && mismatch !== undefined) return explainNonFinite(mismatch);
  return null;
}

/** A value of which nothing is left but that it is not a number, where a tensor belongs. */
const isBareNan = ({ code, actualShape, actualPreview }: Mismatch): boolean =>
  code === "shape" && actualShape?.length === 0 && actualPreview?.values[0] === "NaN";

/** Numbers that no operation on the right numbers gives. */
function explainNonFinite(mismatch: Mismatch): Explanation | null {
  const { code, actualAt, expectedAt } = mismatch;
  if (isBareNan(mismatch)) return { what: message("error.nan.alone"), tryThis: message("error.nan.operator") };
  if (code !== "non-finite" || typeof expectedAt !== "number") return null;
  if (actualAt === "NaN") return { what: message("error.nan.what"), tryThis: message("error.nan.try") };
  return { what: message("error.infinite.what"), tryThis: message("error.infinite.try") };
}
