import { createHmac, timingSafeEqual } from "node:crypto";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import type { ClassInputs } from "./class-inputs.ts";

/** A class with what its marks follow from. */
export type KeptClass = ClassResult & { readonly inputs?: ClassInputs };

const seal = /,\n"hmac":"([0-9a-f]{64})"\}\n$/;

/**
 * A class as JSON, a line for each student: of ten thousand, no text but their own is in memory at once. Its last property is
 * an HMAC-SHA-256 over all that stands before it.
 */
export function* classText({ students, ...rest }: KeptClass, key: Uint8Array): Generator<string> {
  const hmac = createHmac("sha256", key);
  const parts = function* (): Generator<string> {
    yield `${jsonText(rest).slice(0, -1)},"students":[`;
    for (const [i, student] of students.entries()) yield `${i === 0 ? "" : ","}\n${jsonText(student)}`;
    yield "\n]";
  };
  for (const part of parts()) {
    hmac.update(part);
    yield part;
  }
  yield `,\n"hmac":"${hmac.digest("hex")}"}\n`;
}

/** The class of such a text; undefined where it is not what was written under this key. */
export function openClass(text: string, key: Uint8Array): KeptClass | undefined {
  const [end = "", found = ""] = seal.exec(text) ?? [];
  const body = text.slice(0, text.length - end.length);
  const own = createHmac("sha256", key).update(body).digest();
  if (end === "" || !timingSafeEqual(own, Buffer.from(found, "hex"))) return undefined;
  return JSON.parse(`${body}}`) as KeptClass;
}
