import { expect, test } from "vitest";
import { misconceptionSources, misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { misconceptionsKey } from "../../../reference/misconceptions/misconceptions-key.ts";

const request = { referenceFile: misconceptionsFileOf("w2-optimization"), contentHash: "c0", seed: 1, cases: [] };
const sources = [{ name: "a.ts", text: "1" }];
const cpu = { backend: "cpu", version: "4.22.0" } as const;

test("misconceptionsKey() is the same for the same facts and another for each that differs", async () => {
  const keys = await Promise.all([
    misconceptionsKey(request, sources, cpu),
    misconceptionsKey({ ...request, seed: 2 }, sources, cpu),
    misconceptionsKey({ ...request, contentHash: "c1" }, sources, cpu),
    misconceptionsKey(request, [{ name: "a.ts", text: "2" }], cpu),
    misconceptionsKey(request, [{ name: "b.ts", text: "1" }], cpu),
    misconceptionsKey(request, [...sources, { name: "b.ts", text: "" }], cpu),
    misconceptionsKey(request, sources, { backend: "tensorflow", version: "4.22.0" }),
  ]);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(keys).size).toBe(keys.length);
  expect(await misconceptionsKey(request, sources, cpu)).toBe(keys[0]);
});

test("misconceptionSources() knows what several assignments share, and neither types nor pictures", async () => {
  const names = (await misconceptionSources(misconceptionsFileOf("w2-averages-and-schedules"))).map(({ name }) => name);
  expect(names).toContain("../variants/dictionaries.ts");
  expect(names).toContain("rmsprop-variant.ts");
  expect(names.filter((name) => /picture|misconceptions\/misconception\.ts/.test(name))).toEqual([]);
});
