import type { Environment } from "../../assignments/user-directory.ts";

/**
 * Whether doing without native TensorFlow is a failure: on a CI machine, where a silent fallback would go unnoticed,
 * unless the pure-JavaScript backend was asked for.
 */
export function requiresNative(env: Environment): boolean {
  return (env["CI"] === "true" || env["CI"] === "1") && env["GRADECHECK_BACKEND"] !== "cpu";
}
