import { expect, test } from "vitest";
import { lookingAt } from "../../../reference/misconceptions/looking-at.ts";
import type { Misconception } from "../../../reference/misconceptions/misconception.ts";

const one = (id: string): Misconception => ({
  id,
  exercise: "f",
  name: "n",
  explanation: "e",
  implementation: () => 1,
});

test("lookingAt() says where to look, and refuses what is no misconception", () => {
  expect(lookingAt({ a: ["beta1"] }, [one("a"), one("b")]).map(({ looksAt }) => looksAt)).toEqual([
    ["beta1"],
    undefined,
  ]);
  expect(() => lookingAt({ c: ["beta1"] }, [one("a")])).toThrow(
    'Cannot say where to look for "c": there is no such misconception',
  );
});

test.for(["w1-gradient-checking", "w1-initialization", "w1-regularization", "w2-optimization", "w3-tensorflow"])(
  "the misconceptions of %s say where to look, nine of ten",
  async (assignment) => {
    const { misconceptions }: { misconceptions: readonly Misconception[] } = await import(
      `../../../reference/${assignment}/misconceptions.ts`
    );
    const looking = misconceptions.filter(({ looksAt }) => looksAt !== undefined);
    expect(looking.length).toBeGreaterThan(0.9 * misconceptions.length);
  },
);
