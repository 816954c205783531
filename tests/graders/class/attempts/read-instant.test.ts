import { expect, test } from "vitest";
import { readInstant } from "../../../../graders/class/attempts/read-instant.ts";

test("readInstant() reads a date with time and zone, to the second", () => {
  const read = (text: string) => readInstant(text)?.toISOString();
  expect(read("2026-11-20T18:00Z")).toBe("2026-11-20T18:00:00.000Z");
  expect(read("2026-11-20 18:00:30+01:00")).toBe("2026-11-20T17:00:30.000Z");
  expect(read("2028-02-29T00:00:00.5-05:30")).toBe("2028-02-29T05:30:00.500Z");
});

test("readInstant() rejects a text without zone or time, or with a day that is not in the calendar", () => {
  for (const text of [
    "",
    "2026-11-20",
    "2026-11-20T18:00",
    "2026-02-29T18:00Z",
    "2026-02-30T18:00Z",
    "2026-13-01T18:00Z",
    "2026-00-10T18:00Z",
    "2026-11-00T18:00Z",
    "2026-11-20T24:00Z",
    "2026-11-20T18:60Z",
    "2026-11-20T18:00+15:00",
    "20.11.2026 18:00Z",
  ])
    expect(readInstant(text), text).toBeUndefined();
});
