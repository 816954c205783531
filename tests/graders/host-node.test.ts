import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

type Locked = { readonly engines?: { readonly node?: string }; readonly optional?: boolean };

test("package-lock.json gives npm on Node 20 nothing to warn of: the pinned Node runs what needs a newer one", async () => {
  const text = await readFile(new URL("../../package-lock.json", import.meta.url), "utf8");
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Locked>> };
  const tooNew = Object.entries(packages).filter(
    // Each alternative of a range that begins beyond 20.
    ([, { engines, optional }]) =>
      !optional && engines?.node?.split("||").every((range) => Number(/\d+/.exec(range)?.[0] ?? 0) > 20),
  );
  expect(tooNew.map(([name]) => name)).toEqual([]);
});
