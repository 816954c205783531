import type { Environment } from "../../../assignments/storage/user-directory.ts";
import { requiresNative } from "../detect-backend.ts";
import { setupCommand } from "../tfjs-package.ts";
import { buildCacheDirectory } from "./build-cache.ts";
import { buildFromWheel } from "./build-from-wheel.ts";
import { verifyBinding } from "./native-binding.ts";
import type { Progress } from "./progress.ts";
import { runInstaller } from "./run-installer.ts";
import { inWords, type OnceADayOutcome, type SetupOccasion, setUpOnceADay } from "./set-up-once-a-day.ts";

/**
 * Sets up native TensorFlow for the installed tfjs-node and tells how that went.
 * @param packageDirectory Directory of tfjs-node.
 * @param tfjsNode Its version.
 * @param occasion On a CI machine that needs it, it is always tried.
 * @returns Exit code: 0, or 3 where native TensorFlow is required and no way of getting it works.
 */
export async function runSetup(
  packageDirectory: string,
  tfjsNode: string,
  env: Environment,
  occasion: SetupOccasion,
  progress: Progress,
): Promise<number> {
  const plan = {
    packageDirectory,
    tfjsNode,
    cacheDirectory: buildCacheDirectory(tfjsNode, env),
    ways: [
      { name: "Installer of tfjs-node", make: runInstaller },
      { name: "Wheel of tensorflow-cpu", make: buildFromWheel },
    ],
    verify: verifyBinding,
  };
  try {
    const required = requiresNative(env);
    const outcome = await setUpOnceADay(plan, required ? { ...occasion, byTheWay: false } : occasion, progress);
    progress.note(setupMessage(outcome, required));
    return outcome.state === "failed" && required ? 3 : 0;
  } finally {
    progress.stop();
  }
}

/** What a person is told about a setup that had something to do. */
export function setupMessage(outcome: OnceADayOutcome, required: boolean): string {
  switch (outcome.state) {
    case "in-place":
      return `Native TensorFlow ${outcome.native} is in place and computes`;
    case "linked":
      return `Native TensorFlow ${outcome.native} is ready, from the cached build`;
    case "built":
      return `Native TensorFlow ${outcome.native} is ready (${outcome.way})`;
    case "failed":
      return [
        "Cannot set up native TensorFlow:",
        ...outcome.answers.map(({ way, answer }) => `  ${way}: ${answer}`),
        required
          ? "CI is set, so this is an error. To test without native TensorFlow, set GRADECHECK_BACKEND=cpu."
          : "Expected values will be computed by TensorFlow.js alone; every report will say so.",
      ].join("\n");
    case "put-off":
      return (
        `Native TensorFlow is missing: setting it up failed at ${inWords(outcome.failedAt)}, and is tried again a day later. ` +
        `To try now, run: ${setupCommand}`
      );
    default:
      return outcome satisfies never;
  }
}
