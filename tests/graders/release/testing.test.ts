import { afterEach, describe, expect, it, vi } from "vitest";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import { visibleCase } from "../../../graders/release/testing.ts";
import * as optimization from "../../../reference/w2-optimization/solution.ts";
import * as training from "../../../reference/w3-tensorflow/solution.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeKit } from "../../fixtures/write-kit.ts";

afterEach(() => vi.unstubAllEnvs());

/** Runs with the kit of an assignment in a folder. */
const inKit = (assignment: string, use: (folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    // The course's own while the kit is written, and put back afterwards.
    vi.stubEnv(courseVariable, process.env[courseVariable]);
    await writeKit(folder, assignment);
    await use(folder);
  });

describe("visibleCase()", () => {
  it("passes what is right, with new arguments for each call, and compares values", () =>
    inKit("w2-optimization", async (folder) => {
      using printed = vi.spyOn(console, "warn");
      const { args, check } = await visibleCase<typeof optimization.updateLr>("updateLr", "visible-1", folder);
      const [first, second] = [args(), args()];
      expect(second).toEqual(first);
      check(optimization.updateLr(...second));
      expect(() => check(optimization.updateLr(...args()) * 1.1)).toThrow(/expected/);
      const step = await visibleCase<typeof optimization.updateParametersWithGd>(
        "updateParametersWithGd",
        undefined,
        folder,
      );
      step.check(optimization.updateParametersWithGd(...step.args()));
      expect(printed).not.toHaveBeenCalled();
    }));

  it("compares what the generator gives next, once a call was made with its arguments", () =>
    inKit("w2-optimization", async (folder) => {
      type Shuffle = typeof optimization.randomMiniBatches;
      const { args, check } = await visibleCase<Shuffle>("randomMiniBatches", "visible-1", folder);
      const call = args();
      const right = await optimization.randomMiniBatches(...call);
      check(right);
      check(right);
      const next = args();
      const drawsMore = await optimization.randomMiniBatches(...next);
      next[3].rand([1]);
      expect(() => check(drawsMore)).toThrow(/draws more, fewer or other numbers from `rng`/);
    }));

  it("looks at arguments that the function is to change", () =>
    inKit("w3-tensorflow", async (folder) => {
      const { args, check } = await visibleCase<typeof training.trainStep>("trainStep", "visible-1", folder);
      check(await training.trainStep(...args()));
      const result = await training.trainStep(...args());
      check(result);
      args();
      // The right result, but nothing was trained.
      expect(() => check(result)).toThrow(/`parameters/);
    }));

  it("says which case there is not", () =>
    inKit("w2-optimization", (folder) =>
      expect(visibleCase("updateLr", "visible-99", folder)).rejects.toThrow(
        `Cannot find the case visible-99 of updateLr in the kit "${folder}"`,
      ),
    ));
});
