import { ByteReader } from "../../assignments/values/byte-reader.ts";
import { readValue } from "../../assignments/values/decode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { defaultValueLimits } from "../../assignments/values/value-format.ts";
import type { PlannedCase } from "../protocol/messages.ts";
import { type BadValueReason, badValueReasons, reply } from "../protocol/reply-format.ts";

/** What a guest's reply says. Text is bounded, everything else checked. */
export type Reply =
  | { readonly kind: "loaded"; readonly exportNames: readonly string[] }
  | ReturnedReply
  | { readonly kind: "threw" | "loadThrew"; readonly thrown: Thrown; readonly console: string }
  | { readonly kind: "notImplemented"; readonly console: string }
  | { readonly kind: "badValue"; readonly reason: BadValueReason; readonly path: string; readonly console: string }
  | { readonly kind: "unreadable" };

/** What a call returned, and what is left of it. */
export type ReturnedReply = {
  readonly kind: "returned";
  readonly value: Value;
  readonly changedInput: string;
  readonly isDisposed: boolean;
  readonly nextDraw: number | undefined;
  readonly console: string;
};

/** An exception as the guest describes it. */
export type Thrown = { readonly name: string; readonly message: string; readonly stack: string };

/** Reads a guest's reply. The bytes are untrusted: this returns `unreadable`, it never throws. */
export function parseReply(bytes: Uint8Array): Reply {
  try {
    const reader = new ByteReader(bytes, defaultValueLimits.elements);
    const parsed = parse(reader);
    return reader.left === 0 ? parsed : { kind: "unreadable" };
  } catch {
    return { kind: "unreadable" };
  }
}

function parse(reader: ByteReader): Reply {
  const status = reader.uint8();
  switch (status) {
    case reply.loaded: {
      const count = reader.count();
      const exportNames: string[] = [];
      // One by one: a list of that length would be made before its first name is missing.
      for (let i = 0; i < count; i++) exportNames.push(reader.string());
      return { kind: "loaded", exportNames };
    }
    case reply.returned: {
      const console = reader.string();
      const changedInput = reader.string();
      const isDisposed = reader.uint8() === 1;
      const nextDraw = reader.uint8() === 1 ? reader.float64() : undefined;
      const value = readValue(reader, defaultValueLimits.depth);
      return { kind: "returned", console, changedInput, isDisposed, nextDraw, value };
    }
    case reply.threw:
    case reply.loadThrew: {
      const thrown = { name: reader.string(), message: reader.string(), stack: reader.string() };
      return { kind: status === reply.threw ? "threw" : "loadThrew", thrown, console: reader.string() };
    }
    case reply.notImplemented:
      return { kind: "notImplemented", console: reader.string() };
    case reply.badValue: {
      const reason = badValueReasons[reader.uint8()] ?? "malformed";
      return { kind: "badValue", reason, path: reader.string(), console: reader.string() };
    }
    default:
      return { kind: "unreadable" };
  }
}

/** Bytes of all results of one exercise; the largest of the course come to half of it. */
const mostBytes = 24_000_000;

/** Results are held until all cases are judged, so what those of an exercise take together has a limit too. */
export class HeldResults {
  readonly #bytes = new Map<string, number>();

  /** Reads a reply, unless it is one too many. @param planned What it answers; what is run again is counted anew. */
  read(planned: PlannedCase, bytes: Uint8Array): Reply {
    const key = `${planned.exercise} ${planned.isShared}`;
    const held = (this.#bytes.get(key) ?? 0) + bytes.length;
    if (held > mostBytes) return { kind: "badValue", reason: "too-large", path: "", console: "" };
    this.#bytes.set(key, held);
    return parseReply(bytes);
  }
}
