import { expect, test } from "vitest";
import { latePolicy } from "../../../../graders/class/marks/late-policy.ts";

function messageOf(settings: unknown): string {
  try {
    latePolicy(settings, "folder/late.json");
    return "accepted";
  } catch (error) {
    return String(error);
  }
}

test("latePolicy() converts the checked fields to dates", () => {
  const settings = { due: "2026-11-20T18:00Z", hardDeadline: "2026-11-27T18:00+01:00", percentPerDay: 10, lateDays: 2 };
  expect(latePolicy(settings, "late.json")).toEqual({
    due: new Date("2026-11-20T18:00:00Z"),
    hardDeadline: new Date("2026-11-27T17:00:00Z"),
    percentPerDay: 10,
    lateDays: 2,
  });
});

test("latePolicy() names file, field and value in one line", () => {
  const due = "2026-11-20T18:00Z";
  const messages = [
    null,
    {},
    { due: "2026-11-20" },
    { due: "2026-11-31T18:00Z" },
    { due, percentPerDay: 110 },
    { due, graceMinutes: "15" },
    { due, percentOf: "all" },
    { due, lateDays: 1.5 },
    { due, grace: 15 },
    { due, hardDeadline: "2026-11-20T17:59Z" },
  ].map(messageOf);
  for (const message of messages) expect(message).not.toContain("\n");
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    RangeError: Cannot read the late policy in late.json: the policy is null, must be object
    RangeError: Cannot read the late policy in late.json: due is missing, must be a date with time and zone, as in 2026-11-20T18:00Z
    RangeError: Cannot read the late policy in late.json: due is "2026-11-20", must be a date with time and zone, as in 2026-11-20T18:00Z
    RangeError: Cannot read the late policy in late.json: due is "2026-11-31T18:00Z", must be a date that exists
    RangeError: Cannot read the late policy in late.json: percentPerDay is 110, must be <= 100
    RangeError: Cannot read the late policy in late.json: graceMinutes is "15", must be number
    RangeError: Cannot read the late policy in late.json: percentOf is "all", must be one of ["score","max"]
    RangeError: Cannot read the late policy in late.json: lateDays is 1.5, must be integer
    RangeError: Cannot read the late policy in late.json: there is no field "grace", must be one of due, graceMinutes, percentPerDay, percentOf, capPercent, hardDeadline, lateDays
    RangeError: Cannot read the late policy in late.json: hardDeadline is "2026-11-20T17:59Z", must not be before due "2026-11-20T18:00Z"
    "
  `);
});
