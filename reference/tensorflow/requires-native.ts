import type { Environment } from "../../assignments/storage/user-directory.ts";

/**
 * Whether doing without native TensorFlow is a failure: on a CI machine, where a silent fallback would go unnoticed,
 * unless TensorFlow.js alone was asked for.
 */
export function requiresNative(env: Environment): boolean {
  return (env["CI"] === "true" || env["CI"] === "1") && !doesWithoutNative(env);
}

/** Whether `GRADECHECK_BACKEND` asks for TensorFlow.js alone. */
export const doesWithoutNative = (env: Environment): boolean =>
  ["cpu", "javascript"].includes(env["GRADECHECK_BACKEND"] ?? "");
