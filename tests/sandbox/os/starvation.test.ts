import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Starvation } from "../../../sandbox/os/starvation.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

/** What the system tells of process 1, as long as it does. */
const withProcess = (
  act: (starvation: Starvation, waited: (timeMs: number | undefined) => Promise<void>) => Promise<void>,
): Promise<void> =>
  inTemporaryFolder(async (root) => {
    const file = join(root, "1/schedstat");
    await mkdir(join(root, "1"));
    using starvation = new Starvation(1, root);
    await act(starvation, (timeMs) => writeFile(file, timeMs === undefined ? "" : `1 ${timeMs * 1e6} 1`));
  });

describe.runIf(process.platform === "linux")("Starvation", () => {
  it("counts from the beginning of each case, and no more than that", async () => {
    await withProcess(async (starvation, waited) => {
      await waited(900);
      starvation.begin();
      await waited(930);
      expect(starvation.sinceBeginMs).toBe(30);
      starvation.begin();
      await waited(935);
      expect(starvation.sinceBeginMs).toBe(5);
      expect(starvation.excuse(1000)).toBe(0);
    });
  });

  it("gives a case more time for what it has waited, once, and still knows all of it", async () => {
    await withProcess(async (starvation, waited) => {
      await waited(0);
      starvation.begin();
      await waited(400);
      expect(starvation.excuse(1000)).toBe(400);
      expect(starvation.excuse(400)).toBe(0);
      await waited(500);
      expect(starvation.excuse(400)).toBe(100);
      expect(starvation.sinceBeginMs).toBe(500);
    });
  });

  it("finds nobody at fault where the system tells nothing all of a sudden, once, and anybody where it never told", async () => {
    await withProcess(async (starvation, waited) => {
      await waited(10);
      starvation.begin();
      await waited(undefined);
      expect(starvation.sinceBeginMs).toBeUndefined();
      expect(starvation.excuse(1000)).toBe(1000);
      expect(starvation.excuse(1000)).toBe(0);
      starvation.begin();
      expect(starvation.excuse(1000)).toBe(0);
    });
  });
});
