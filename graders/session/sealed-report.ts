import { createHmac, timingSafeEqual } from "node:crypto";
import { safeJson } from "../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../reports/report/report.ts";
import { validateReport } from "../../reports/report/validate-report.ts";

/** A result where others can write. */
type Entry = {
  /** What it follows from, see `resultKey`. */
  readonly key: string;
  /** HMAC-SHA-256, hexadecimal, over the two others. */
  readonly hmac: string;
  readonly report: unknown;
};

/**
 * Writes down a report, without a name, so that {@link unsealReport} can tell whether it is ours and belongs to its key.
 * @param secretKey Tells our entries from others', see `authenticationKey`.
 * @returns An {@link Entry} as JSON.
 */
export function sealReport(key: string, report: Report, secretKey: Uint8Array): string {
  // It belongs to whoever hands the same content in.
  const anonymous = { ...report, submission: { ...report.submission, name: "" } };
  // A report is long, so it is written once for this and its HMAC.
  const text = JSON.stringify(anonymous);
  return safeJson(`{"key":${JSON.stringify(key)},"hmac":"${hmacOf(key, text, secretKey)}","report":${text}}`);
}

/** @returns undefined for what was changed, copied over another entry, or written by somebody else. */
export function unsealReport(key: string, text: string, secretKey: Uint8Array): Report | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    const own = hmacOf(key, JSON.stringify(entry.report), secretKey);
    const isOurs = entry.key === key && timingSafeEqual(Buffer.from(own), Buffer.from(entry.hmac));
    return isOurs ? validateReport(entry.report) : undefined;
  } catch {
    return undefined;
  }
}

/** @param report As JSON, of what is read back: no other way of writing it can mean something else. */
function hmacOf(key: string, report: string, secretKey: Uint8Array): string {
  return createHmac("sha256", secretKey)
    .update(`[${JSON.stringify(key)},${report}]`)
    .digest("hex");
}
