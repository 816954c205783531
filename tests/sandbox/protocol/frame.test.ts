import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrame, type Frame, FrameReader } from "../../../sandbox/protocol/frame.ts";
import {
  allocatedBy,
  anyCuts,
  chunked,
  fairAllocation,
  mutated,
  randomBytes,
} from "../../assignments/arbitrary-bytes.ts";

const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array([4])];

/** A small limit, so that random lengths are often within it. */
const limitBytes = 10_000;

const anyFrame = fc.record({
  header: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "parts", "type")), fc.jsonValue(), {
    maxKeys: 5,
  }),
  parts: fc.array(fc.uint8Array({ maxLength: 30 }), { maxLength: 5 }),
});
const anyStream = fc.array(anyFrame, { maxLength: 4 });
const streamOf = (frames: readonly Frame[]): Uint8Array =>
  Buffer.concat(frames.map(({ header, parts: own }) => encodeFrame(header, own)));

/** Hands bytes over in chunks, also after a refusal. */
function received(bytes: Uint8Array, cuts: readonly number[] = []): { refused: boolean; frames: Frame[] } {
  const reader = new FrameReader(limitBytes);
  const all = { refused: false, frames: [] as Frame[] };
  for (const chunk of chunked(bytes, cuts)) {
    const answer = reader.push(Buffer.from(chunk));
    if (!answer.ok) all.refused = true;
    else if (!all.refused) all.frames.push(...answer.frames);
  }
  return all;
}

/** Whether something is a list of lengths, of which the sum is this. */
function addsUp(lengths: unknown, total: number): boolean {
  if (!Array.isArray(lengths) || !lengths.every((length) => Number.isInteger(length) && length >= 0)) return false;
  return (lengths as number[]).reduce((sum, length) => sum + length, 0) === total;
}

/** The frames as they arrive: without what JSON does not keep, and with the lengths of the parts. */
const sent = (frames: readonly Frame[]): unknown =>
  frames.map(({ header, parts: own }) => ({
    header: { ...(JSON.parse(JSON.stringify(header)) as object), parts: own.map(({ length }) => length) },
    parts: own.map((part) => [...part]),
  }));
const arrived = (frames: readonly Frame[]): unknown =>
  frames.map(({ header, parts: own }) => ({ header, parts: own.map((part) => [...part]) }));

describe("FrameReader", () => {
  it("puts frames together from chunks of any size", () => {
    const bytes = Buffer.concat([encodeFrame({ type: "a" }, parts), encodeFrame({ type: "b" })]);
    for (const size of [1, 3, 7, 1000]) {
      const reader = new FrameReader();
      const frames = [];
      for (let at = 0; at < bytes.length; at += size) {
        const received = reader.push(bytes.subarray(at, at + size));
        if (received.ok) frames.push(...received.frames);
      }
      expect(frames.map(({ header }) => header["type"])).toEqual(["a", "b"]);
      expect(frames[0]?.parts.map((part) => [...part])).toEqual([[1, 2, 3], [], [4]]);
    }
  });

  it.each([
    ["a frame beyond the limit", Buffer.from([255, 255, 255, 255])],
    ["a frame without room for a header", Buffer.from([2, 0, 0, 0, 0, 0])],
    ["a header longer than its frame", Buffer.from([8, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0])],
    ["a header of more than a million bytes", encodeFrame({ text: "x".repeat(1_000_000) })],
    ["a header that is no JSON", Buffer.from([5, 0, 0, 0, 1, 0, 0, 0, 123])],
    ["a header that is no object", Buffer.from([5, 0, 0, 0, 1, 0, 0, 0, 49])],
    [
      "parts that do not add up",
      Buffer.concat([encodeFrame({}, [new Uint8Array(4)]).subarray(0, -1), Buffer.alloc(0)]),
    ],
  ])("refuses, or waits on, %s without throwing", (_, bytes) => {
    const received = new FrameReader().push(bytes);
    expect(received.ok ? received.frames : []).toEqual([]);
  });

  it("gives back any frames, cut into any chunks", () => {
    fc.assert(
      fc.property(anyStream, anyCuts, (frames, cuts) => {
        const all = received(streamOf(frames), cuts);
        expect(all.refused).toBe(false);
        expect(arrived(all.frames)).toEqual(sent(frames));
      }),
      { numRuns: 1000 },
    );
  });

  it("waits for the rest of a stream that is cut anywhere, and makes no frame of a piece", () => {
    fc.assert(
      fc.property(anyStream, fc.nat(), anyCuts, (frames, at, cuts) => {
        const bytes = streamOf(frames);
        const all = received(bytes.subarray(0, at % (bytes.length + 1)), cuts);
        expect(all.refused).toBe(false);
        expect(arrived(all.frames)).toEqual((sent(frames) as unknown[]).slice(0, all.frames.length));
        expect(streamOf(frames.slice(0, all.frames.length)).length).toBeLessThanOrEqual(at % (bytes.length + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws on mutated bytes", () => {
    fc.assert(
      fc.property(fc.oneof(mutated(anyStream.map(streamOf)), randomBytes), anyCuts, (bytes, cuts) => {
        expect(allocatedBy(() => received(bytes))).toBeLessThan(fairAllocation(bytes));
        const whole = received(bytes);
        const pieces = received(bytes, cuts);
        // Where the stream was cut decides nothing.
        expect(pieces.refused).toBe(whole.refused);
        if (!whole.refused) expect(arrived(pieces.frames)).toEqual(arrived(whole.frames));
        for (const { header, parts: own } of pieces.frames)
          expect(header["parts"]).toEqual(own.map(({ length }) => length));
      }),
      { numRuns: 3000 },
    );
  });

  it("takes a frame of anything where header and lengths fit what follows, and no other", () => {
    const length = fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, fc.constantFrom(-1, 0.5, 2 ** 32, "1", null));
    const anyLengths = fc.oneof(fc.array(length, { maxLength: 4 }), fc.jsonValue());
    const anyHeader = fc.oneof({ weight: 4, arbitrary: fc.record({ parts: anyLengths }) }, fc.jsonValue());
    const anyExcess = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(9));
    fc.assert(
      fc.property(anyHeader, fc.uint8Array({ maxLength: 8 }), anyExcess, (header, body, excess) => {
        const text = Buffer.from(JSON.stringify(header));
        const lengths = Buffer.alloc(8);
        lengths.writeUInt32LE(4 + text.length + body.length, 0);
        lengths.writeUInt32LE(text.length + body.length * Math.min(1, excess) + excess, 4);
        const { refused, frames } = received(Buffer.concat([lengths, text, body]));
        const fits = excess === 0 && addsUp((header as { parts?: unknown } | null)?.parts, body.length);
        expect({ refused, count: frames.length }).toEqual({ refused: !fits, count: fits ? 1 : 0 });
        expect(Buffer.concat(frames.flatMap((frame) => frame.parts))).toEqual(Buffer.from(fits ? body : []));
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses a frame beyond its limit as soon as it is announced, and takes the largest", () => {
    const anyLength = fc.oneof(fc.integer({ min: 4, max: 2 ** 32 - 1 }), fc.integer({ min: 4, max: 10_000 }));
    fc.assert(
      fc.property(anyLength, fc.integer({ min: 4, max: 5000 }), (announced, limit) => {
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32LE(announced, 0);
        expect(new FrameReader(limit).push(bytes).ok).toBe(announced <= limit);
      }),
    );
  });
});
