import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTree } from "./read-tree.ts";
import { oneExercise, right, withClass } from "./small-class.ts";

/** 8 MB of comments. */
const long = `${right}\n${"//\n".repeat(2_700_000)}`;

it("gradecheck batch --similarity lists a submission of 8 MB of comments, compares the others, and has written the class by then", () =>
  withClass({ "handed-in/amir.ts": right, "handed-in/bo.ts": long, "handed-in/chen.ts": right }, async (made) => {
    const { folder, batch } = made;
    await mkdir(join(folder, "handed-in", "dora"));
    const { code } = await batch(...oneExercise, "--similarity");
    expect(code).toBe(0);
    const tree = await readTree(join(folder, "out"));
    const page = (tree.get("similarity.html") ?? "").replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
    expect(page).toContain("More source text than a submission may have: bo");
    expect(page).toContain("Submissions2");
    expect(tree.get("index.html")).toContain('href="similarity.html"');
    const times = await Promise.all(
      ["class.json", "gradebook.csv", "index.html", "similarity.html"].map(async (file) => {
        const { mtimeNs } = await stat(join(folder, "out", file), { bigint: true });
        return mtimeNs;
      }),
    );
    expect(times.slice(0, 3).every((time) => time <= (times[3] ?? 0n))).toBe(true);
  }));
