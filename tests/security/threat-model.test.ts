import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

it("docs/security.md names tests that exist", async () => {
  const text = await readFile(new URL("docs/security.md", root), "utf8");
  const named = [...text.matchAll(/`(tests\/[^`]+\.test\.ts)`: ((?:"[^"]+"(?: · )?)+)/g)].flatMap(
    ([, file = "", titles = ""]) => [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );
  expect(named.length).toBeGreaterThan(20);
  // Every file that is mentioned is mentioned with a title.
  expect(new Set(text.match(/tests\/[\w/-]+\.test\.ts/g))).toEqual(new Set(named.map(({ file }) => file)));
  for (const { file, title } of named) {
    expect(await readFile(new URL(file, root), "utf8"), `${file}: ${title}`).toContain(title);
  }
});
