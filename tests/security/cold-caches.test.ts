import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { validateReport } from "../../reports/report/validate-report.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { runGrading } from "./run-grading.ts";

/** Milliseconds of computing, see `attacks.test.ts`. */
const lagLimitMs = 100;

const updateLr = (sign: string): string =>
  `export const updateLr = (rate: number, epoch: number, decay: number) => rate ${sign} (1 + decay * epoch);\n`;

test("what wrong solutions return is computed without holding the event loop where nothing is kept of it", async () => {
  await inTemporaryFolder(async (folder) => {
    const cache = join(folder, "cache");
    const environment = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    const gradeOne = async (name: string, sign: string) => {
      const path = join(folder, `${name}.ts`);
      await writeFile(path, updateLr(sign));
      const args = ["grade", "w2-optimization", path, "--exercise", "updateLr", "--json", "--workers", "1"];
      const run = await runGrading(folder, args, { environment });
      return { run, exercise: validateReport(JSON.parse(run.stdout)).exercises[0] };
    };
    // Only expected values are kept now: they are computed before the first submission, and what wrong ones return is not asked for.
    const right = await gradeOne("right", "/");
    expect(right.exercise?.cases.map(({ outcome }) => outcome)).not.toContain("wrong");
    const { run, exercise } = await gradeOne("wrong", "*");
    expect(exercise?.misconceptions).toEqual(["lr-multiplies"]);
    expect([run.code, run.left]).toEqual([0, []]);
    expect(run.lag.cpuMs).toBeLessThan(lagLimitMs);
  });
});
