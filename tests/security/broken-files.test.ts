import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { brokenSubmissions } from "./broken-files.ts";
import { type GradedBatch, gradePaths, gradingWorkers } from "./grade-attacks.ts";
import { mostTimeMs } from "./most-time.ts";
import { liveMarkup, rawControls } from "./unsafe-text.ts";

const { manifest } = await openAssignment("w2-optimization");
const limitMs = mostTimeMs(manifest.limits, [{}], brokenSubmissions.length, gradingWorkers);

describe.skipIf(process.platform === "win32")("gradecheck grade of broken submissions", () => {
  let result: GradedBatch;
  beforeAll(async () => {
    result = await inTemporaryFolder(async (folder) => {
      const paths: string[] = [];
      for (const { make } of brokenSubmissions) paths.push(await make(folder));
      return gradePaths(folder, paths, { exercises: ["updateLr"], limitMs });
    });
  }, limitMs + 30_000);

  it.each(brokenSubmissions.map((broken, index) => ({ ...broken, index })))("answers $what", ({ index, message }) => {
    const { status, message: told } = result.graded[index]?.report ?? {};
    if (message === undefined) expect({ status, told }).toEqual({ status: "graded", told: undefined });
    else expect({ status, told }).toEqual({ status: "not-gradable", told: expect.stringMatching(message) });
  });

  it("gives full marks to what is strange and right", () => {
    const strange = result.graded.filter((_, i) => brokenSubmissions[i]?.message === undefined);
    const scores = strange.map(({ report }) => [report.submission.name, report.score]);
    const wanted = strange.map(({ report }) => [
      report.submission.name,
      /^(empty|spaces)$/.test(report.submission.name) ? 0 : 10,
    ]);
    expect(scores).toEqual(wanted);
  });

  it("lets no name act in a page or on a terminal", () => {
    for (const { page, json } of result.graded) {
      expect(readHtml(page).flatMap(liveMarkup)).toEqual([]);
      expect(rawControls(page)).toEqual([]);
      expect(rawControls(json)).toEqual([]);
    }
  });

  it("shows nothing of a file that is not the submission's", async () => {
    const secret = (await readFile("/etc/passwd", "utf8")).split("\n")[0] ?? "";
    expect(result.run.stdout).not.toContain(secret);
    for (const { page } of result.graded) expect(page).not.toContain(secret);
  });

  it("ends with 0 and leaves no process", () => {
    expect({ code: result.run.code, left: result.run.left }).toEqual({ code: 0, left: [] });
  });
});
