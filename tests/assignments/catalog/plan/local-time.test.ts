import { describe, expect, test } from "vitest";
import { isDay, isTimeZone, readLocalTime } from "../../../../assignments/catalog/plan/local-time.ts";

const berlin = (text: string) => readLocalTime(text, "Europe/Berlin");
const at = (instant: string) => ({ instant: new Date(instant) });

describe("readLocalTime()", () => {
  test.each([
    ["2026-10-18T23:59", "2026-10-18T21:59Z"],
    ["2026-11-01T23:59:30", "2026-11-01T22:59:30Z"],
    ["2026-10-18T23:59Z", "2026-10-18T23:59Z"],
    ["2026-10-18T23:59-05:30", "2026-10-19T05:29Z"],
    ["2028-02-29T12:00", "2028-02-29T11:00Z"],
  ])("readLocalTime() reads %s in Berlin as %s", (text, instant) => {
    expect(berlin(text)).toEqual(at(instant));
  });

  test.each([
    "2026-10-18",
    "2026-10-18T24:00",
    "2026-10-18T23:60",
    "2026-10-18T23:59:60",
    "2026-10-18 23:59",
    "2026-10-18T23:59+25:00",
    "",
  ])("readLocalTime() wants a date with a time, not %j", (text) => {
    expect(berlin(text)).toEqual({ rule: "must be a date with a time, as in 2026-10-18T23:59" });
  });

  test.each(["2026-02-29T12:00", "2100-02-29T12:00Z", "2026-13-01T12:00", "2026-04-31T12:00"])(
    "readLocalTime() knows that %s is no day of the calendar",
    (text) => {
      expect(berlin(text)).toEqual({ rule: "must be a day of the calendar" });
    },
  );

  test("readLocalTime() refuses a time that clocks skip, and names the nearest two", () => {
    expect(berlin("2026-03-29T02:30")).toEqual({
      rule: "must be a time that exists in Europe/Berlin, where clocks are set forward; the nearest are 2026-03-29T01:59+01:00 and 2026-03-29T03:00+02:00",
    });
    expect(berlin("2026-03-29T03:00")).toEqual(at("2026-03-29T01:00Z"));
    expect(berlin("2026-03-29T01:59")).toEqual(at("2026-03-29T00:59Z"));
    // Half an hour is skipped there, and on another day.
    expect(readLocalTime("2026-10-04T02:15", "Australia/Lord_Howe")).toEqual({
      rule: "must be a time that exists in Australia/Lord_Howe, where clocks are set forward; the nearest are 2026-10-04T01:59+10:30 and 2026-10-04T02:30+11:00",
    });
    // A whole day was.
    expect(readLocalTime("2011-12-30T12:00", "Pacific/Apia")).toEqual({
      rule: "must be a time that exists in Pacific/Apia, where clocks are set forward; the nearest are 2011-12-29T23:59-10:00 and 2011-12-31T00:00+14:00",
    });
  });

  test("readLocalTime() refuses a time that is there twice, unless it says which", () => {
    expect(berlin("2026-10-25T02:30")).toEqual({
      rule: "must say which: that time is there twice in Europe/Berlin, 2026-10-25T02:30+02:00 and 2026-10-25T02:30+01:00",
    });
    expect(berlin("2026-10-25T02:30+01:00")).toEqual(at("2026-10-25T01:30Z"));
    expect(berlin("2026-10-25T03:00")).toEqual(at("2026-10-25T02:00Z"));
  });
});

test("isTimeZone() knows the names of the IANA database", () => {
  expect(["Europe/Berlin", "UTC", "Asia/Kathmandu", "Europe/Berln", ""].map(isTimeZone)).toEqual([
    ...[true, true, true, false, false],
  ]);
});

test("isDay() knows the calendar", () => {
  expect(["2028-02-29", "2027-02-29", "2026-10-12"].map(isDay)).toEqual([true, false, true]);
});
