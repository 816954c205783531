import { expect, test } from "vitest";
import { misconceptions } from "../../../reference/w2-averages-and-schedules/misconceptions.ts";

test("misconceptions of w2-averages-and-schedules have ids of their own", () => {
  expect(new Set(misconceptions.map(({ id }) => id)).size).toBe(misconceptions.length);
  for (const { id } of misconceptions) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("misconceptions of w2-averages-and-schedules are named in one sentence and explained in two to four, without code", () => {
  for (const { name, explanation } of misconceptions) {
    expect(name).toMatch(/^([^.!?]|\.(?=\d))+\.$/);
    const sentences = explanation.match(/[.?](?= |$)/g)?.length;
    expect(sentences, explanation).toBeGreaterThanOrEqual(2);
    expect(sentences, explanation).toBeLessThanOrEqual(4);
    expect(explanation).not.toMatch(/\*\*|=>|tf\.|Math\.|\w\(\w+\)/);
  }
});
