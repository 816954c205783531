import { describe, expect, it } from "vitest";
import { RandomState } from "../../../assignments/random-state.ts";
import { encodeFrame, FrameReader } from "../../../sandbox/protocol/frame.ts";

const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array([4])];

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

  it("never throws on mutated bytes", () => {
    const random = new RandomState(7);
    const original = encodeFrame({ type: "answered", run: 1, exercise: 2, case: 3 }, parts);
    for (let round = 0; round < 3000; round++) {
      const bytes = Buffer.from(original);
      for (let n = 0; n < 3; n++)
        bytes[random.randint(0, bytes.length, 1)[0] as number] = random.randint(0, 256, 1)[0] as number;
      const reader = new FrameReader(10_000);
      expect(() => reader.push(bytes)).not.toThrow();
    }
  });
});
