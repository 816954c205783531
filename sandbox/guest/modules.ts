import { providedModules } from "gradecheck-provided-modules";
import { Rng } from "../../assignments/values/rng.ts";
import { tensorflow } from "./tensors/tensorflow.ts";

/**
 * A module object that inherits its exports: the bundler's interop code copies own properties one by one, and a thousand of
 * them for each exercise would be most of the time a submission takes.
 */
const inheriting = (exports: object): object => Object.create(exports) as object;

const modules = Object.assign(Object.create(null) as Record<string, object>, {
  "@tensorflow/tfjs": inheriting(tensorflow),
  gradecheck: { Rng },
  ...providedModules,
});

/** Everything that is provided, and that all of a submission's exercises share. */
export const shared: readonly unknown[] = [tensorflow, Rng, ...Object.values(providedModules).flatMap(Object.values)];

/**
 * What `require` means in a bundled submission. Bundling has refused every other module already; this is reached only by a
 * name computed at run time.
 * @throws {Error} for any module but the allowed ones.
 */
export function requireModule(name: unknown): object {
  const found = typeof name === "string" ? modules[name] : undefined;
  if (found === undefined) {
    throw new Error("require() of a module is not available here: import @tensorflow/tfjs or gradecheck at the top");
  }
  return found;
}
