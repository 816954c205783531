import { posix } from "node:path";
import { isSource } from "./open-submission.ts";

/** The files that an import of a path may mean, of which the first that is there is taken. */
export function importCandidates(target: string): string[] {
  const extension = posix.extname(target);
  if (extension === ".js" || extension === ".mjs") return [target, target.replace(/\.(m?)js$/, ".$1ts")];
  return isSource(target) ? [target] : [`${target}.ts`, `${target}/index.ts`, `${target}.js`];
}
