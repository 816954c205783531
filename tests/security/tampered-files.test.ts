import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { readTree } from "../graders/batch/read-tree.ts";
import { runCli } from "../graders/run-cli.ts";

const launcher = fileURLToPath(new URL("../../graders/gradecheck.js", import.meta.url));
const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
const wrong = "export const updateLr = (): number => 0;";
const some = ["--exercise", "updateLr", "--workers", "1"];

describe("what a batch finds of an earlier run", () => {
  it("does not make another student's result one's own: a copied entry is graded again, and the run says so once", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "handed-in"));
      for (const [name, text] of Object.entries({ amir: right, bo: wrong, chen: `${wrong}//` }))
        await writeFile(join(folder, "handed-in", `${name}.ts`), text);
      const batch = ["batch", "w2-optimization", "handed-in", "--out", "out", ...some, "--progress", "none"];
      await runCli(folder, ...batch);
      const before = await readTree(join(folder, "out"), ["times.jsonl", "times.html"]);
      const { students } = JSON.parse(before.get("class.json") ?? "") as ClassResult;
      const [amir = "", ...others] = students.map(({ result }) => join(folder, "out", "results", `${result}.json`));
      for (const other of others) await copyFile(amir, other);
      const again = await runCli(folder, ...batch);
      expect(again.code).toBe(0);
      expect(again.stderr.match(/are not as they were written .*: graded again/g)).toHaveLength(1);
      expect(await readTree(join(folder, "out"), ["times.jsonl", "times.html"])).toEqual(before);
      expect((await runCli(folder, ...batch)).stderr).not.toContain("graded again");
    }));
});

describe("what lies in the caches", () => {
  it("decides no mark unless a holder of the course secret has written it", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "amir.ts"), right);
      const env = {
        ...process.env,
        ...{ GRADECHECK_SECRET: "the tests' own secret", GRADECHECK_BACKEND: "cpu" },
        ...{ XDG_CACHE_HOME: join(folder, "cache"), LOCALAPPDATA: join(folder, "cache") },
      };
      const grade = async (): Promise<{ readonly stdout: string; readonly stderr: string }> => {
        const args = [launcher, "grade", "w2-optimization", "amir.ts", "--json", ...some];
        return promisify(execFile)(process.execPath, args, { cwd: folder, env });
      };
      const first = await grade();
      // As whoever can write to the folder, but has no secret, could seal other values.
      for (const cache of ["expected", "guest"]) {
        const own = join(folder, "cache", "gradecheck", cache);
        for (const name of await readdir(own)) {
          const payload = (await readFile(join(own, name))).subarray(32);
          await writeFile(join(own, name), Buffer.concat([createHash("sha256").update(payload).digest(), payload]));
        }
      }
      const second = await grade();
      expect(second.stdout).toBe(first.stdout);
      expect(second.stderr.match(/is not as it was written \(damaged or changed\)/g)).toHaveLength(1);
      expect((await grade()).stderr).not.toContain("is not as it was written");
    }));
});
