import type { PlannedCase } from "../protocol/messages.ts";
import { parseReply, type Reply } from "./parse-reply.ts";

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
