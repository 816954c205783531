import { describe, expect, it } from "vitest";
import { encodeValue } from "../../../assignments/encode-value.ts";
import { RandomState } from "../../../assignments/random-state.ts";
import { parseReply } from "../../../sandbox/pool/parse-reply.ts";
import { reply } from "../../../sandbox/reply-format.ts";

const value = encodeValue({
  kind: "record",
  entries: [["W1", { kind: "array", shape: [2], data: new Float64Array([1, 2]) }]],
});
const returned = new Uint8Array([reply.returned, 0, 0, 0, 0, 0, 0, 0, 0, ...value]);

describe("parseReply()", () => {
  it("reads a returned value", () => {
    expect(parseReply(returned)).toMatchObject({
      kind: "returned",
      changedInput: "",
      console: "",
      value: { kind: "record" },
    });
  });

  it.each([
    ["no bytes", new Uint8Array()],
    ["an unknown status", new Uint8Array([99])],
    ["bytes too many", new Uint8Array([...returned, 0])],
    ["bytes too few", returned.subarray(0, -1)],
    ["a string of four thousand million characters", new Uint8Array([reply.notImplemented, 255, 255, 255, 255])],
    ["an unknown reason with a path cut short", new Uint8Array([reply.badValue, 250, 9, 0, 0, 0])],
  ])("calls %s unreadable", (_, bytes) => {
    expect(parseReply(bytes)).toEqual({ kind: "unreadable" });
  });

  it("never throws and never allocates on the word of mutated bytes", () => {
    const random = new RandomState(11);
    for (let round = 0; round < 5000; round++) {
      const bytes = new Uint8Array(returned);
      for (let n = 0; n < 3; n++)
        bytes[random.randint(0, bytes.length, 1)[0] as number] = random.randint(0, 256, 1)[0] as number;
      expect(() => parseReply(bytes)).not.toThrow();
    }
  });
});
