import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runCli } from "../run-cli.ts";
import { readTree } from "./read-tree.ts";

const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";

it("gradecheck batch --similarity lists a submission of 8 MB of comments, compares the others, and has written the class by then", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in", "dora"), { recursive: true });
    await writeFile(join(folder, "handed-in", "amir.ts"), right);
    await writeFile(join(folder, "handed-in", "bo.ts"), `${right}\n${"//\n".repeat(2_700_000)}`);
    await writeFile(join(folder, "handed-in", "chen.ts"), right);
    const flags = ["--out", "out", "--exercise", "updateLr", "--similarity", "--workers", "1", "--progress", "none"];
    const { code } = await runCli(folder, "batch", "w2-optimization", "handed-in", ...flags);
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
