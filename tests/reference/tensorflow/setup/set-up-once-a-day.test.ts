import { join } from "node:path";
import { expect, test } from "vitest";
import { writeBuildMarker } from "../../../../reference/tensorflow/build-marker.ts";
import { type SetupOccasion, setUpOnceADay } from "../../../../reference/tensorflow/setup/set-up-once-a-day.ts";
import { layBuild, readBuild, temporaryFolder } from "../fake-package.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;
const byTheWay = (now: number): SetupOccasion => ({ now, byTheWay: true });
const byHand = (now: number): SetupOccasion => ({ now, byTheWay: false });

/** A machine on which one way is tried; counts its tries and keeps what is said. */
async function machine() {
  const cacheDirectory = join(await temporaryFolder(), "cache", "key");
  const packageDirectory = await temporaryFolder();
  const seen = { tries: 0, notes: [] as string[], works: false };
  const progress = {
    phase: () => {},
    advance: () => {},
    note: (line: string) => seen.notes.push(line),
    stop: () => {},
  };
  const setUp = async (occasion: SetupOccasion, name = "wheel", key = cacheDirectory) => {
    const make = async (into: string) => {
      seen.tries += 1;
      if (!seen.works) throw new Error("no matching distribution found");
      await layBuild(into, "wheel");
    };
    const plan = {
      packageDirectory,
      tfjsNode: "4.22.0",
      cacheDirectory: key,
      ways: [{ name, make }],
      verify: readBuild,
    };
    return (await setUpOnceADay(plan, occasion, progress)).state;
  };
  return { seen, setUp, cacheDirectory };
}

test("setUpOnceADay() tries once in a day what fails, and again after it", async () => {
  const { seen, setUp } = await machine();
  expect(await setUp(byTheWay(noon))).toBe("failed");
  expect(await setUp(byTheWay(noon + 23 * hour))).toBe("put-off");
  expect(seen.tries).toBe(1);
  expect(await setUp(byTheWay(noon + 24 * hour))).toBe("failed");
  expect(await setUp(byTheWay(noon + 25 * hour))).toBe("put-off");
  expect(seen).toMatchObject({ tries: 2, notes: [] });
});

test("setUpOnceADay() tries at once for a person who asks, says so, and forgets the failure once it works", async () => {
  const { seen, setUp } = await machine();
  await setUp(byHand(noon));
  seen.works = true;
  expect(await setUp(byHand(noon + hour))).toBe("built");
  expect(seen).toMatchObject({ tries: 2, notes: ["Trying again what failed at 2026-11-21 12:00 UTC"] });
  expect(await setUp(byTheWay(noon + 2 * hour))).toBe("in-place");
});

test("setUpOnceADay() tries again in other ways, for another version, and after a clock that went back", async () => {
  const { seen, setUp, cacheDirectory } = await machine();
  await setUp(byTheWay(noon));
  await setUp(byTheWay(noon), "another way");
  await setUp(byTheWay(noon), "wheel", `${cacheDirectory}-of-another-version`);
  await setUp(byTheWay(noon - hour), "another way");
  expect(seen.tries).toBe(4);
});

test("setUpOnceADay() takes a build that has come meanwhile, also while it does not try", async () => {
  const { seen, setUp, cacheDirectory } = await machine();
  await setUp(byTheWay(noon));
  await layBuild(cacheDirectory, "wheel");
  await writeBuildMarker(cacheDirectory, { tfjsNode: "4.22.0", native: "wheel" });
  expect(await setUp(byTheWay(noon + hour))).toBe("linked");
  expect(seen.tries).toBe(1);
});
