import { describe, expect, test } from "vitest";
import { formatDay, formatTime } from "../../../reports/course/format-time.ts";
import { inLanguage } from "../../../reports/messages/language.ts";

describe("formatTime()", () => {
  test.each([
    ["2026-10-24T21:59:00Z", "Europe/Berlin", "Sat, 24 Oct 2026, 23:59 (UTC+02:00)", "2026-10-24T23:59+02:00"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "Sun, 25 Oct 2026, 02:30 (UTC+02:00)", "2026-10-25T02:30+02:00"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "Sun, 25 Oct 2026, 02:30 (UTC+01:00)", "2026-10-25T02:30+01:00"],
    ["2028-02-29T04:59:30Z", "America/New_York", "Mon, 28 Feb 2028, 23:59:30 (UTC−05:00)", "2028-02-28T23:59:30-05:00"],
    ["2026-07-01T00:00:00Z", "UTC", "Wed, 1 Jul 2026, 00:00 (UTC)", "2026-07-01T00:00+00:00"],
    ["2026-06-30T18:15:00Z", "Asia/Kathmandu", "Wed, 1 Jul 2026, 00:00 (UTC+05:45)", "2026-07-01T00:00+05:45"],
  ])("formatTime() shows %s in %s with its offset", (instant, timeZone, text, machine) => {
    expect(formatTime(new Date(instant), timeZone)).toEqual({ text, machine });
  });

  test("formatTime() and formatDay() speak German", () => {
    const german = inLanguage("de", () => [
      formatTime(new Date("2026-10-18T21:59Z"), "Europe/Berlin").text,
      formatDay("2026-10-12").text,
    ]);
    expect(german).toEqual(["So., 18. Okt. 2026, 23:59 (UTC+02:00)", "Mo., 12. Okt. 2026"]);
    expect(formatDay("2028-02-29")).toEqual({ text: "Tue, 29 Feb 2028", machine: "2028-02-29" });
  });
});
