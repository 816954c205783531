import type { Case } from "../../assignments/catalog/case.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { GuestImage } from "../image/guest-image.ts";
import { encodeFrame } from "../protocol/frame.ts";
import type { ExerciseInputs, SetupMessage } from "../protocol/messages.ts";
import type { SetupOptions } from "./sandbox-options.ts";

type SetupLimits = { readonly memoryMb: number; readonly consoleBytes: number };

/** What a worker has to know of each exercise that has cases. @param groups Cases by exercise. */
export function describeExercises(
  { exercises, limits }: Pick<SetupOptions, "exercises" | "limits">,
  groups: ReadonlyMap<string, readonly Case[]>,
): ExerciseInputs[] {
  return [...groups].map(([exercise, cases]) => {
    const { parameters = [], mutates = [], repeat = true, caseTimeMs = limits.caseTimeMs } = exercises[exercise] ?? {};
    const caseIds = cases.map(({ id }) => id);
    const visibleCases = cases.filter(({ visibility }) => visibility === "visible").length;
    return { exercise, parameters, mutates, repeat, caseTimeMs, caseIds, visibleCases };
  });
}

/**
 * The first message to every worker: guest image and the arguments of each case, once for all submissions.
 * @param groups Cases of each exercise, in the order of `exercises`.
 */
export function encodeSetup(
  { image, limits }: { readonly image: GuestImage; readonly limits: SetupLimits },
  exercises: readonly ExerciseInputs[],
  groups: readonly (readonly Case[])[],
): Uint8Array {
  const { memoryMb, consoleBytes } = limits;
  const setup: SetupMessage = { type: "setup", memoryMb, consoleCharacters: consoleBytes, exercises };
  const inputs = groups.flat().map(({ args }) => encodeValue({ kind: "list", items: args }));
  return encodeFrame(setup, [image.snapshot.length > 0 ? new Uint8Array() : image.code, image.snapshot, ...inputs]);
}
