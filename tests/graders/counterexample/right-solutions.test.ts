import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments, referenceFolder } from "../../../assignments/catalog/course.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { prepareCandidates } from "../../../graders/counterexample/prepare-candidates.ts";
import { gradeRun } from "../../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../../graders/judge/grading-basis.ts";
import { openSandbox } from "../../../graders/session/start-processes.ts";
import { bundleSolution } from "../../../graders/verify/subject/subject.ts";
import { alsoRightName } from "../../../reference/misconceptions/misconception-sources.ts";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { loadGuestImage } from "../../../sandbox/image/guest-image.ts";

const cacheDirectory = userDirectory("cache", process.env);

describe.each(await listAssignments())("the candidates of %s", (id) => {
  it("are passed by all that is right: none of them would accuse it", async () => {
    const assignment = await openAssignment(id);
    const { manifest, properties } = assignment;
    const { exercises, limits } = manifest;
    const common = {} as GradingBasis["common"];
    const basis = { exercises, cases: [], expected: new Map(), properties, common };
    const candidates = await prepareCandidates(assignment, basis, openCache("expected", cacheDirectory));
    if (candidates === undefined) throw new TypeError(`${id} has no candidates`);
    await using compiler = new Compiler();
    await using sandbox = await openSandbox({ assignment: id, visibility: "visible", workers: 1, cacheDirectory });
    const named = Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise]));
    sandbox.setUp({
      image: await loadGuestImage({ cacheDirectory }),
      cases: candidates.cases,
      exercises: named,
      limits,
    });
    for (const files of await rightSubmissions(id)) {
      const bundle = await compiler.bundle(files, { assignment: id, sourceBytes: limits.sourceBytes });
      const report = await gradeRun(candidates, { name: "s", sha256: bundle.sha256 }, await sandbox.run(bundle));
      const failing = report.exercises.flatMap((exercise) =>
        exercise.cases.flatMap(({ id: caseId, outcome }) => (outcome === "passed" ? [] : `${exercise.id} ${caseId}`)),
      );
      expect(failing, files.name).toEqual([]);
    }
  });
});

async function rightSubmissions(id: string): Promise<Awaited<ReturnType<typeof readSubmission>>[]> {
  const solution = join(referenceFolder(id), "solution.ts");
  const reference = await bundleSolution({ text: await readFile(solution, "utf8"), beside: solution }, "solution");
  const folder = join(referenceFolder(id), alsoRightName);
  const others = (await readdir(folder)).map((name) => readSubmission(join(folder, name)));
  return [reference, ...(await Promise.all(others))];
}
