import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import { ByteWriter } from "../../../sandbox/guest/byte-writer.ts";
import { badValueReasons, reply } from "../../../sandbox/protocol/reply-format.ts";
import { parseReply, type Reply } from "../../../sandbox/replies/parse-reply.ts";
import { allocatedBy, fairAllocation, mutated, randomBytes } from "../../assignments/arbitrary-bytes.ts";
import { anyText, anyValue } from "../../assignments/arbitrary-value.ts";

type Readable = Exclude<Reply, { readonly kind: "unreadable" }>;

const thrown = fc.record({ name: anyText, message: anyText, stack: anyText });
const console = anyText;
const anyReply: fc.Arbitrary<Readable> = fc.oneof(
  fc.record({ kind: fc.constant("loaded" as const), exportNames: fc.array(anyText, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant("returned" as const),
    console,
    changedInput: anyText,
    isDisposed: fc.boolean(),
    nextDraw: fc.option(fc.double(), { nil: undefined }),
    value: anyValue,
  }),
  fc.record({ kind: fc.constantFrom("threw" as const, "loadThrew" as const), thrown, console }),
  fc.record({ kind: fc.constant("notImplemented" as const), console }),
  fc.record({
    kind: fc.constant("badValue" as const),
    reason: fc.constantFrom(...badValueReasons),
    path: anyText,
    console,
  }),
);

/** A reply as the guest writes it. */
function written(one: Readable): Uint8Array {
  const writer = new ByteWriter(1_000_000);
  writer.uint8(reply[one.kind]);
  switch (one.kind) {
    case "loaded":
      writer.uint32(one.exportNames.length);
      for (const name of one.exportNames) writer.string(name);
      break;
    case "returned":
      writer.string(one.console);
      writer.string(one.changedInput);
      writer.uint8(one.isDisposed ? 1 : 0);
      writer.uint8(one.nextDraw === undefined ? 0 : 1);
      if (one.nextDraw !== undefined) writer.float64(one.nextDraw);
      writer.bytes(encodeValue(one.value));
      break;
    case "threw":
    case "loadThrew":
      for (const text of [one.thrown.name, one.thrown.message, one.thrown.stack, one.console]) writer.string(text);
      break;
    case "notImplemented":
      writer.string(one.console);
      break;
    case "badValue":
      writer.uint8(badValueReasons.indexOf(one.reason));
      writer.string(one.path);
      writer.string(one.console);
      break;
    default:
      one satisfies never;
  }
  return new Uint8Array(writer.finish());
}

const value = encodeValue({
  kind: "record",
  entries: [["W1", { kind: "array", shape: [2], data: new Float64Array([1, 2]) }]],
});
const returned = new Uint8Array([reply.returned, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...value]);

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

  it("reads back any reply that the guest's writer wrote", () => {
    fc.assert(
      fc.property(anyReply, (one) => {
        expect(parseReply(written(one))).toEqual(one);
      }),
      { numRuns: 1000 },
    );
  });

  it("calls any reply unreadable that is cut or has bytes after it", () => {
    fc.assert(
      fc.property(anyReply, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), (one, at, more) => {
        const bytes = written(one);
        expect(parseReply(bytes.subarray(0, at % bytes.length))).toEqual({ kind: "unreadable" });
        expect(parseReply(new Uint8Array([...bytes, ...more]))).toEqual({ kind: "unreadable" });
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws and never allocates on the word of mutated bytes", () => {
    fc.assert(
      fc.property(fc.oneof(mutated(anyReply.map(written)), randomBytes), (bytes) => {
        expect(allocatedBy(() => parseReply(bytes))).toBeLessThan(fairAllocation(bytes));
        const read = parseReply(bytes);
        // What it takes for a reply is one: the writer can write it, and it says the same.
        if (read.kind !== "unreadable") expect(parseReply(written(read))).toEqual(read);
      }),
      { numRuns: 5000 },
    );
  });

  it("makes no list for names that are announced and missing", () => {
    const announced = new Uint8Array([reply.loaded, 0, 9, 61, 0]);
    expect(new DataView(announced.buffer).getUint32(1, true)).toBe(4_000_000);
    expect(allocatedBy(() => parseReply(announced))).toBeLessThan(fairAllocation(announced));
  });
});
