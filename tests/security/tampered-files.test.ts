import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../reports/report/class-result.ts";
import { readTree } from "../graders/class/run/read-tree.ts";
import { gradedClass, oneExercise, right, withClass } from "../graders/class/run/small-class.ts";
import type { CliResult } from "../graders/run-cli.ts";
import { runHereWith } from "../graders/run-in-process.ts";

const wrong = "export const updateLr = (): number => 0;";

describe("what a batch finds of an earlier run", () => {
  const graded = gradedClass({
    ...{ "handed-in/amir.ts": right, "handed-in/bo.ts": wrong, "handed-in/chen.ts": `${wrong}//` },
  });

  it("does not make another student's result one's own: a copied entry is graded again, and the run says so once", async () => {
    const { folder, batch } = graded;
    const before = await readTree(join(folder, "out"), ["durations.jsonl", "durations.html"]);
    const { students } = JSON.parse(before.get("class.json") ?? "") as ClassResult;
    const [amir = "", ...others] = students.map(({ result }) => join(folder, "out", "results", `${result}.json`));
    for (const other of others) await copyFile(amir, other);
    const again = await batch();
    expect(again.code).toBe(0);
    expect(again.stderr.match(/cannot be trusted .*: graded again/g)).toHaveLength(1);
    expect(await readTree(join(folder, "out"), ["durations.jsonl", "durations.html"])).toEqual(before);
    expect((await batch()).stderr).not.toContain("graded again");
  });
});

describe("what lies in the caches", () => {
  it("decides no mark unless a holder of the course secret has written it", () =>
    withClass({ "amir.ts": right }, async ({ folder }) => {
      const cache = join(folder, "cache");
      const environment = { GRADECHECK_BACKEND: "cpu", XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
      const args = ["grade", "w2-optimization", "amir.ts", "--json", "--workers", "1", ...oneExercise];
      const grade = (): Promise<CliResult> => runHereWith(environment, folder, ...args);
      const first = await grade();
      expect(first.code).toBe(0);
      // As whoever can write to the folder, but has no secret, could seal other values.
      for (const name of ["expected", "guest"]) {
        const own = join(cache, "gradecheck", name);
        for (const file of await readdir(own)) {
          const payload = (await readFile(join(own, file))).subarray(32);
          await writeFile(join(own, file), Buffer.concat([createHash("sha256").update(payload).digest(), payload]));
        }
      }
      const second = await grade();
      expect(second.stdout).toBe(first.stdout);
      expect(second.stderr.match(/cannot be trusted \(damaged or changed\)/g)).toHaveLength(1);
      expect((await grade()).stderr).not.toContain("cannot be trusted");
    }));
});
