import { describe, expect, it } from "vitest";
import { Batcher } from "../../../graders/queue/batcher.ts";

describe("Batcher", () => {
  it("does together what comes together, and what comes meanwhile, no more than allowed at once", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = new Batcher<number, number>(async (items) => {
      batches.push(items);
      return items.map((item) => 2 * item);
    }, 3);
    const first = [1, 2, 3, 4].map((item) => batcher.add(item));
    expect(await Promise.all(first)).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([[1, 2, 3], [4]]);
    expect(await batcher.add(5)).toBe(10);
  });

  it("tells everybody of a batch that fails, and goes on", async () => {
    let isFailing = true;
    const batcher = new Batcher<number, number>(async (items) => {
      if (isFailing) throw new Error("away");
      return items;
    }, 2);
    const all = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isFailing = false;
    expect(await batcher.add(3)).toBe(3);
  });
});
