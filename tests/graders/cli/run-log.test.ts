import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openRunLog } from "../../../graders/cli/run-log.ts";
import type { Report } from "../../../reports/report/report.ts";

it("openRunLog() writes no name that acts on a terminal or commands a runner", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  try {
    const name = "a\u009b31m\u202e\u007f##vso[task.complete]";
    const log = openRunLog(join(folder, "run.log"), {});
    log.graded({ submission: { name, sha256: "0" }, status: "graded", score: 1 } as Report, 1);
    await log.close(1);
    const [, line = "", ...rest] = (await readFile(join(folder, "run.log"), "utf8")).trimEnd().split("\n");
    expect(line + rest.join("")).not.toMatch(/[\p{Cc}\p{Cf}]|##\w*\[/u);
    expect(JSON.parse(line)).toMatchObject({ name });
  } finally {
    await rm(folder, { recursive: true });
  }
});
