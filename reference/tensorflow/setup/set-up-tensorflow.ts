import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { waitForLock } from "../../../assignments/storage/lock-file.ts";
import { removeAtEnd } from "../../../assignments/storage/temporary-folder.ts";
import { readBuildMarker, writeBuildMarker } from "../build-marker.ts";
import { bindingPath } from "../tfjs-package.ts";
import { discardUnfinished, linkBuild, openBuildDirectory, publishBuild } from "./build-cache.ts";
import type { Progress } from "./progress.ts";

/** One way of making a native build. */
export type BuildWay = {
  readonly name: string;
  /**
   * @param into Empty directory; must hold `lib` and `deps` afterwards.
   * @throws Error that says why this way does not work here.
   */
  readonly make: (into: string, packageDirectory: string, progress: Progress) => Promise<void>;
};

/** Where a setup works and with what. */
export type SetupPlan = {
  /** Directory of the installed tfjs-node package. */
  readonly packageDirectory: string;
  /** Version of that package. */
  readonly tfjsNode: string;
  /** Where the finished build is kept. */
  readonly cacheDirectory: string;
  /** Tried in this order. */
  readonly ways: readonly BuildWay[];
  /** Loads the build in a directory, computes with it, and returns the native version; throws where that fails. */
  readonly verify: (root: string) => Promise<string>;
};

/** What one way answered. */
type WayAnswer = { readonly way: string; readonly answer: string };

/** How a setup ended. */
export type SetupOutcome =
  | { readonly state: "in-place" | "linked"; readonly native: string }
  | { readonly state: "built"; readonly way: string; readonly native: string }
  | { readonly state: "failed"; readonly answers: readonly WayAnswer[] };

/**
 * Gives tfjs-node a native TensorFlow: the binding that is in place, else a cached build, else the first way that makes
 * one that computes correctly. Of several at once one builds, and the others wait for it.
 */
export async function setUpTensorflow(plan: SetupPlan, progress: Progress): Promise<SetupOutcome> {
  const answers: WayAnswer[] = [];
  const attempt = async <T>(way: string, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      const answer = error instanceof Error ? error.message : String(error);
      answers.push({ way, answer });
      return undefined;
    }
  };

  const inPlace = readBuildMarker(plan.packageDirectory, plan.tfjsNode);
  if (inPlace !== undefined) return { state: "in-place", native: inPlace.native };
  if (existsSync(bindingPath(plan.packageDirectory))) {
    const native = await attempt("Binding in place", () => verifyAndMark(plan, plan.packageDirectory));
    if (native !== undefined) return { state: "in-place", native };
  }
  // Half a gigabyte is fetched and compiled once: whoever comes meanwhile waits, and finds the build of the other.
  await using _ = await lockBuild(plan, progress);
  const meanwhile = readBuildMarker(plan.packageDirectory, plan.tfjsNode);
  if (meanwhile !== undefined) return { state: "in-place", native: meanwhile.native };
  if (readBuildMarker(plan.cacheDirectory, plan.tfjsNode) !== undefined) {
    const native = await attempt("Cached build", () => useCachedBuild(plan));
    if (native !== undefined) return { state: "linked", native };
  }
  for (const way of plan.ways) {
    const native = await attempt(way.name, () => build(way, plan, progress));
    if (native !== undefined) return { state: "built", way: way.name, native };
  }
  return { state: "failed", answers };
}

/** Keeps other setups from building; where nothing can be written, each tries on its own, as far as it comes. */
async function lockBuild(plan: SetupPlan, progress: Progress): Promise<AsyncDisposable | undefined> {
  try {
    await mkdir(dirname(plan.cacheDirectory), { recursive: true });
    return await waitForLock(`${plan.cacheDirectory}.lock`, ({ pid, host }) =>
      progress.note(`Another setup is at it, process ${pid} on ${host}: waiting for it`),
    );
  } catch {
    return undefined;
  }
}

async function useCachedBuild(plan: SetupPlan): Promise<string> {
  try {
    const native = await plan.verify(plan.cacheDirectory);
    await linkBuild(plan.cacheDirectory, plan.packageDirectory);
    return native;
  } catch (error) {
    await discardUnfinished(plan.cacheDirectory);
    throw error;
  }
}

async function build(way: BuildWay, plan: SetupPlan, progress: Progress): Promise<string> {
  const directory = await openBuildDirectory(plan.cacheDirectory);
  await using _ = removeAtEnd(directory);
  await way.make(directory, plan.packageDirectory, progress);
  progress.phase("Checking that it computes", 0.05);
  const native = await verifyAndMark(plan, directory);
  await publishBuild(directory, plan.cacheDirectory, plan.tfjsNode);
  await linkBuild(plan.cacheDirectory, plan.packageDirectory);
  return native;
}

async function verifyAndMark(plan: SetupPlan, root: string): Promise<string> {
  const native = await plan.verify(root);
  await writeBuildMarker(root, { tfjsNode: plan.tfjsNode, native });
  return native;
}
