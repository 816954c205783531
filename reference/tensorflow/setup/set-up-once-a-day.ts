import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Progress } from "./progress.ts";
import { type SetupOutcome, type SetupPlan, setUpTensorflow } from "./set-up-tensorflow.ts";

/** How a setup ended that may be put off because it failed lately. */
export type OnceADayOutcome = SetupOutcome | { readonly state: "put-off"; readonly failedAt: Date };

/** When a setup is asked for, and by whom. */
export type SetupOccasion = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a command asks on its way to something else; a person who asks for the setup itself is never put off. */
  readonly byTheWay: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Sets up native TensorFlow, unless that has failed within a day, in the same ways, for the same versions and platform: asking
 * package indexes and compilers takes time, and they answer the same at every start. What is there already is used all the same.
 */
export async function setUpOnceADay(
  plan: SetupPlan,
  { now, byTheWay }: SetupOccasion,
  progress: Progress,
): Promise<OnceADayOutcome> {
  const failedAt = await lastFailure(plan, now);
  if (failedAt !== undefined && byTheWay) {
    const found = await setUpTensorflow({ ...plan, ways: [] }, progress);
    return found.state === "failed" ? { state: "put-off", failedAt } : found;
  }
  if (failedAt !== undefined) progress.note(`Trying again what failed at ${inWords(failedAt)}`);
  const outcome = await setUpTensorflow(plan, progress);
  if (outcome.state === "failed") await remember(plan, now);
  else await rm(memoryOf(plan), { force: true });
  return outcome;
}

/** A time as people read it, to the minute. */
export const inWords = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** Beside the build that there is none of; its name tells versions and platform. */
const memoryOf = ({ cacheDirectory }: SetupPlan): string => `${cacheDirectory}.failed.json`;

const triedWays = ({ ways }: SetupPlan): string[] => ways.map(({ name }) => name);

async function lastFailure(plan: SetupPlan, now: number): Promise<Date | undefined> {
  try {
    const memory: unknown = JSON.parse(await readFile(memoryOf(plan), "utf8"));
    if (typeof memory !== "object" || memory === null || !("failedAt" in memory) || !("ways" in memory))
      return undefined;
    const failedAt = new Date(String(memory.failedAt));
    const age = now - failedAt.getTime();
    const isSame = JSON.stringify(memory.ways) === JSON.stringify(triedWays(plan));
    return isSame && age >= 0 && age < dayMs ? failedAt : undefined;
  } catch {
    return undefined;
  }
}

async function remember(plan: SetupPlan, now: number): Promise<void> {
  try {
    await mkdir(dirname(memoryOf(plan)), { recursive: true });
    await writeFile(memoryOf(plan), `${JSON.stringify({ failedAt: new Date(now), ways: triedWays(plan) })}\n`);
  } catch {
    // Where nothing can be kept, it is tried at every start.
  }
}
