import { expect, it } from "vitest";
import { shareEqual } from "../../../../graders/class/run/share-equal.ts";

it("shareEqual() gives equal data one object, and other data another", () => {
  const share = shareEqual();
  const first = share({ id: "f", names: ["a"] });
  expect(share({ id: "f", names: ["a"] })).toBe(first);
  expect(share({ id: "f", names: ["b"] })).not.toBe(first);
  expect(share({ id: "f", names: ["b"] })).toEqual({ id: "f", names: ["b"] });
});
