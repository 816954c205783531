import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type BuildWay,
  type SetupPlan,
  setUpTensorflow,
} from "../../../../reference/tensorflow/setup/set-up-tensorflow.ts";
import { layBuild, readBuild, temporaryFolder } from "../fake-package.ts";

const silent = { phase: () => {}, advance: () => {}, note: () => {}, stop: () => {} };

/** A way that lays a file in place of a binding. */
const laying = (content: string): BuildWay => ({ name: content, make: (into) => layBuild(into, content) });

const failing: BuildWay = {
  name: "bucket",
  make: async (into) => {
    await layBuild(into, "half");
    throw new Error("answered 403");
  },
};

/** Builds here are text files; the word `broken` is one that does not compute. */
async function verify(root: string): Promise<string> {
  const content = await readBuild(root);
  if (content === "broken") throw new Error("does not compute");
  return `version of ${content}`;
}

async function makePlan(ways: readonly BuildWay[]): Promise<SetupPlan> {
  const folder = await temporaryFolder();
  const packageDirectory = await temporaryFolder();
  return { packageDirectory, tfjsNode: "4.22.0", cacheDirectory: join(folder, "cache", "key"), ways, verify };
}

test("setUpTensorflow() takes the first way that works and leaves nothing of the others", async () => {
  const plan = await makePlan([failing, laying("broken"), laying("wheel"), laying("never")]);
  expect(await setUpTensorflow(plan, silent)).toEqual({ state: "built", way: "wheel", native: "version of wheel" });
  expect(await readBuild(plan.packageDirectory)).toBe("wheel");
  expect(await readdir(join(plan.cacheDirectory, ".."))).toEqual(["key"]);
});

test("setUpTensorflow() has nothing to do the second time", async () => {
  const plan = await makePlan([laying("wheel")]);
  await setUpTensorflow(plan, silent);
  const again = await setUpTensorflow({ ...plan, ways: [], verify: () => Promise.reject(new Error("asked")) }, silent);
  expect(again).toEqual({ state: "in-place", native: "version of wheel" });
});

test("setUpTensorflow() links the cached build when the packages were installed anew", async () => {
  const plan = await makePlan([laying("wheel")]);
  await setUpTensorflow(plan, silent);
  for (const name of ["lib", "deps"]) await rm(join(plan.packageDirectory, name));
  const again = await setUpTensorflow({ ...plan, ways: [] }, silent);
  expect(again).toEqual({ state: "linked", native: "version of wheel" });
  expect(await readBuild(plan.packageDirectory)).toBe("wheel");
});

test("setUpTensorflow() builds again where the links of the package lead to a folder that is gone", async () => {
  const plan = await makePlan([laying("wheel")]);
  await setUpTensorflow(plan, silent);
  await rm(plan.cacheDirectory, { recursive: true });
  expect(await setUpTensorflow(plan, silent)).toMatchObject({ state: "built", way: "wheel" });
  expect(await readBuild(plan.packageDirectory)).toBe("wheel");
});

test("setUpTensorflow() replaces a cached build that no longer computes", async () => {
  const plan = await makePlan([laying("wheel")]);
  await setUpTensorflow(plan, silent);
  await rm(join(plan.packageDirectory, "lib"));
  await layBuild(plan.cacheDirectory, "broken");
  const again = await setUpTensorflow({ ...plan, ways: [laying("new")] }, silent);
  expect(again).toEqual({ state: "built", way: "new", native: "version of new" });
});

test("setUpTensorflow() keeps a binding that somebody else installed, if it computes", async () => {
  const plan = await makePlan([]);
  await layBuild(plan.packageDirectory, "foreign");
  expect(await setUpTensorflow(plan, silent)).toEqual({ state: "in-place", native: "version of foreign" });
  await layBuild(plan.packageDirectory, "broken");
  await rm(join(plan.packageDirectory, "lib", "gradecheck-build.json"));
  const answers = [{ way: "Binding in place", answer: "does not compute" }];
  expect(await setUpTensorflow(plan, silent)).toEqual({ state: "failed", answers });
});

test("setUpTensorflow() reports what every way answered, in order", async () => {
  const plan = await makePlan([failing, laying("broken")]);
  const answers = [
    { way: "bucket", answer: "answered 403" },
    { way: "broken", answer: "does not compute" },
  ];
  expect(await setUpTensorflow(plan, silent)).toEqual({ state: "failed", answers });
  expect(await readdir(plan.packageDirectory)).toEqual([]);
});

test("setUpTensorflow() twice at once ends with one build that both can use", async () => {
  const plan = await makePlan([laying("wheel")]);
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => setUpTensorflow(plan, silent)));
  expect(outcomes.map((outcome) => outcome.state)).not.toContain("failed");
  expect(await readBuild(plan.packageDirectory)).toBe("wheel");
  expect(await readdir(join(plan.cacheDirectory, ".."))).toEqual(["key"]);
  expect((await readdir(plan.packageDirectory)).sort()).toEqual(["deps", "lib"]);
});

test("setUpTensorflow() builds once where several begin at once: the others wait, say so, and link that build", async () => {
  const built: string[] = [];
  const waiting = Promise.withResolvers<void>();
  const slow = (name: string): BuildWay => ({
    name,
    make: async (into) => {
      built.push(name);
      await waiting.promise;
      await layBuild(into, name);
    },
  });
  const plan = await makePlan([slow("one")]);
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
    waiting.resolve();
  };
  const other = { ...plan, packageDirectory: await temporaryFolder(), ways: [slow("other")] };
  const outcomes = await Promise.all([plan, other].map((one) => setUpTensorflow(one, { ...silent, note })));
  const [first] = built;
  expect(built).toHaveLength(1);
  expect(outcomes.map(({ state }) => state).sort()).toEqual(["built", "linked"]);
  for (const { packageDirectory } of [plan, other]) expect(await readBuild(packageDirectory)).toBe(first);
  expect(notes).toEqual([`Another setup is at it, process ${process.pid} on ${hostname()}: waiting for it`]);
  expect(await readdir(join(plan.cacheDirectory, ".."))).toEqual(["key"]);
});
