import { expect, test } from "vitest";
import { renderedOnce } from "../../../reports/pages/rendered-once.ts";

test("renderedOnce() renders equal data once, and other data anew", () => {
  const rendered: unknown[] = [];
  const render = renderedOnce((data: { readonly a?: number | undefined }, at: number) => {
    rendered.push([data, at]);
    return { markup: `${data.a} ${at}` };
  });
  expect([render({ a: 1 }, 1), render({ a: 1 }, 1), render({ a: 2 }, 1), render({ a: 1 }, 2), render({}, 2)]).toEqual(
    ["1 1", "1 1", "2 1", "1 2", "undefined 2"].map((markup) => ({ markup })),
  );
  expect(rendered.length).toBe(4);
});

test("renderedOnce() keeps no more of many parts than of a few large ones", () => {
  const asked = new Map<number, number>();
  const render = renderedOnce((at: number) => {
    asked.set(at, (asked.get(at) ?? 0) + 1);
    return { markup: "x".repeat(1_500_000) };
  });
  for (const at of [1, 2, 1, 3, 1]) render(at);
  expect([...asked]).toEqual([
    [1, 2],
    [2, 1],
    [3, 1],
  ]);
});
