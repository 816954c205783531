import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assignmentsFolder, listAssignments } from "../../../assignments/catalog/course.ts";
import { drawPictures } from "../../../graders/release/draw-pictures.ts";

const largestBytes = 40_000;
const assignments = await Promise.all(
  (await listAssignments()).map(async (id) => ({ id, drawn: await drawPictures(id) })),
);

describe("drawPictures()", () => {
  test.each(assignments)(
    "draws the pictures in the folder of $id, and no others, each small",
    async ({ id, drawn }) => {
      const folder = join(assignmentsFolder(), id);
      const names = await readdir(join(folder, "pictures")).catch(() => []);
      expect(names.map((name) => `pictures/${name}`).sort()).toEqual([...drawn.keys()].sort());
      for (const [path, svg] of drawn) {
        expect(svg, path).toBe(await readFile(join(folder, path), "utf8"));
        expect(svg.length, path).toBeLessThan(largestBytes);
      }
    },
  );

  test.each(assignments)("the handouts of $id show all of them, in their own language", async ({ id, drawn }) => {
    const shown = async (file: string): Promise<string[]> => {
      const handout = await readFile(join(assignmentsFolder(), id, file), "utf8");
      return [...handout.matchAll(/!\[[^\]]{20,}\]\((pictures\/[^)]+)\)/g)].map(([, path = ""]) => path);
    };
    const german = [...drawn.keys()].filter((path) => path.endsWith(".de.svg"));
    const english = [...drawn.keys()].filter((path) => !path.endsWith(".de.svg"));
    expect((await shown("README.md")).sort()).toEqual(english.sort());
    expect((await shown("README.de.md")).sort()).toEqual(german.sort());
  });

  test("writes its words in each language", async () => {
    for (const { drawn } of assignments) {
      for (const [path, svg] of drawn) {
        if (!path.endsWith(".de.svg")) continue;
        expect(svg, path).not.toBe(drawn.get(path.replace(".de.svg", ".svg")));
      }
    }
  });
});
