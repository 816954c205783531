import { expect, it } from "vitest";
import { submissionScript } from "../../../sandbox/protocol/reply-format.ts";
import { locateFrames } from "../../../sandbox/replies/locate-error.ts";

const placesIn = (file: string) => ({ files: [file], pieces: new Int32Array([0, 0, 0, 4, 2]) });
const place = `${submissionScript}:1:1`;

it("locateFrames() names places by the student's own file, of which a long path keeps its end", () => {
  expect(locateFrames(`at f (${place})`, placesIn("a.ts"), 100)).toBe("at f (a.ts:5:3)");
  expect(locateFrames(place, placesIn(`${"x".repeat(100)}/b.ts`), 100)).toBe(`…${"x".repeat(54)}/b.ts:5:3`);
});

it("locateFrames() makes no text longer than what is kept of it, however often it names a place in a file of a long path", () => {
  const printed = `${place} `.repeat(500).slice(0, 16_000);
  expect(locateFrames(printed, placesIn("folder/".repeat(600)), 16_000)).toHaveLength(16_000);
  expect(locateFrames("x".repeat(20), placesIn("a.ts"), 10)).toHaveLength(10);
});
