import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { hashContent, sharedSources } from "../../../assignments/catalog/hash-content.ts";
import { importsOf } from "../../fixtures/imports-of.ts";

const room = fileURLToPath(new URL("../../../assignments/", import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hash-content-"));
  for (const name of ["assignment.json", "cases.ts", "contract.ts"]) {
    await cp(join(room, "w2-optimization", name), join(folder, name));
  }
});
afterEach(() => rm(folder, { recursive: true }));

describe("hashContent()", () => {
  test("hashContent() covers every shared source that any assignment's cases import", async () => {
    for (const id of await listAssignments()) {
      const imported = await importsOf(join(room, id, "cases.ts"));
      expect(imported.size).toBeGreaterThan(0);
      const outside = [...imported].map((file) => relative(room, file)).filter((path) => !path.startsWith(id + sep));
      expect([...sharedSources]).toEqual(expect.arrayContaining(outside.map((path) => path.replace(/\.ts$/, ""))));
    }
  });

  test.each(["cases.ts", "contract.ts"])("hashContent() changes with %s", async (name) => {
    const before = await hashContent(folder);
    await writeFile(join(folder, name), `${await readFile(join(folder, name), "utf8")} `);
    expect(await hashContent(folder)).not.toBe(before);
  });

  test("hashContent() changes with the manifest, but not with when the work is due", async () => {
    const file = join(folder, "assignment.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    const before = await hashContent(folder);
    await writeFile(file, JSON.stringify({ ...manifest, late: { due: "2026-11-20T18:00Z" } }, undefined, 2));
    expect(await hashContent(folder)).toBe(before);
    await writeFile(file, JSON.stringify({ ...manifest, version: "9.9.9" }));
    expect(await hashContent(folder)).not.toBe(before);
  });

  test("hashContent() changes with a new source and stays with a new starter, text or declaration", async () => {
    const before = await hashContent(folder);
    for (const name of ["starter.ts", "README.md", "contract.d.ts"]) await writeFile(join(folder, name), "new");
    expect(await hashContent(folder)).toBe(before);
    await writeFile(join(folder, "more-cases.ts"), "new");
    expect(await hashContent(folder)).not.toBe(before);
  });

  test("hashContent() does not depend on line endings", async () => {
    const before = await hashContent(folder);
    const text = await readFile(join(folder, "cases.ts"), "utf8");
    await writeFile(join(folder, "cases.ts"), text.replaceAll("\n", "\r\n"));
    expect(await hashContent(folder)).toBe(before);
  });
});
