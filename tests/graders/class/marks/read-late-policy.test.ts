import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseLateOption, readLatePolicy } from "../../../../graders/class/marks/read-late-policy.ts";

const manifest = { id: "w2-optimization" };
const due = "2026-11-20T18:00Z";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "late-policy-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("readLatePolicy() prefers the option to the manifest, and is undefined without either", async () => {
  const late = { due, percentPerDay: 5 };
  const file = join(folder, "late.json");
  await writeFile(file, JSON.stringify({ due, percentPerDay: 7 }));
  expect(await readLatePolicy(undefined, manifest)).toBeUndefined();
  expect((await readLatePolicy(undefined, { ...manifest, late }))?.percentPerDay).toBe(5);
  expect((await readLatePolicy(`due=${due},per-day=6`, { ...manifest, late }))?.percentPerDay).toBe(6);
  expect((await readLatePolicy(file, { ...manifest, late }))?.percentPerDay).toBe(7);
});

test("readLatePolicy() says which file is wrong, and where", async () => {
  const file = join(folder, "broken.json");
  await writeFile(file, '{\n  "due": 2026-11-20\n}');
  await expect(readLatePolicy(file, manifest)).rejects.toThrow(
    /^Cannot read the late policy in broken\.json: it is not valid JSON: line 2, column \d+: /,
  );
  await expect(readLatePolicy(join(folder, "none.json"), manifest)).rejects.toThrow(/in none\.json: .*ENOENT/);
  await expect(readLatePolicy(undefined, { ...manifest, late: { due: "soon" } })).rejects.toThrow(
    'Cannot read the late policy in the manifest of w2-optimization: due is "soon", must be a date with time and zone',
  );
});

test("parseLateOption() reads every field as JSON has it", () => {
  expect(
    parseLateOption(` due=${due}, grace=15m ,per-day=10%,of=max,cap=50%,hard=2026-11-27T18:00Z,late-days=3`),
  ).toEqual({
    due: new Date("2026-11-20T18:00:00Z"),
    graceMinutes: 15,
    percentPerDay: 10,
    percentOf: "max",
    capPercent: 50,
    hardDeadline: new Date("2026-11-27T18:00:00Z"),
    lateDays: 3,
  });
  expect(parseLateOption(`due=${due},grace=2h`).graceMinutes).toBe(120);
  expect(parseLateOption(`due=${due},grace=0.5d`).graceMinutes).toBe(720);
  expect(parseLateOption(`due=${due},per-day=12.5`).percentPerDay).toBe(12.5);
});

test("parseLateOption() names field and value in one line", () => {
  const messages = [
    "",
    due,
    `due=${due},grace=15`,
    `due=${due},perday=10%`,
    `due=${due},per-day=ten`,
    `due=${due},per-day=-5%`,
    `due=${due},cap=150%`,
    `due=${due},late-days=2.5`,
    `due=${due},late-days=`,
    `due=${due},due=${due}`,
    `due=${due},of=points`,
    "per-day=10%",
    "due=2026-11-20T18:00",
  ].map((text) => {
    try {
      parseLateOption(text);
      return "accepted";
    } catch (error) {
      return String(error);
    }
  });
  expect(`\n${messages.join("\n")}\n`).toMatchInlineSnapshot(`
    "
    RangeError: Cannot read the late policy in --late: there is no field "", must be one of due, grace, per-day, of, cap, hard, late-days, each as in due=…
    RangeError: Cannot read the late policy in --late: there is no field "2026-11-20T18:00Z", must be one of due, grace, per-day, of, cap, hard, late-days, each as in due=…
    RangeError: Cannot read the late policy in --late: grace is "15", must be minutes, hours or days, as in 15m, 2h or 1d
    RangeError: Cannot read the late policy in --late: there is no field "perday" (per-day?), must be one of due, grace, per-day, of, cap, hard, late-days, each as in due=…
    RangeError: Cannot read the late policy in --late: per-day is "ten", must be a percentage, as in 10%
    RangeError: Cannot read the late policy in --late: per-day is "-5%", must be a percentage, as in 10%
    RangeError: Cannot read the late policy in --late: capPercent is 150, must be <= 100
    RangeError: Cannot read the late policy in --late: late-days is "2.5", must be a whole number of days
    RangeError: Cannot read the late policy in --late: late-days is "", must be a whole number of days
    RangeError: Cannot read the late policy in --late: due is given twice
    RangeError: Cannot read the late policy in --late: percentOf is "points", must be one of ["score","max"]
    RangeError: Cannot read the late policy in --late: due is missing, must be a date with time and zone, as in 2026-11-20T18:00Z
    RangeError: Cannot read the late policy in --late: due is "2026-11-20T18:00", must be a date with time and zone, as in 2026-11-20T18:00Z
    "
  `);
});
