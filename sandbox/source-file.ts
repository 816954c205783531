import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder with the packages that gradecheck brings, for what lies elsewhere and has none of its own. */
export const packagesFolder = (): string =>
  fileURLToPath(import.meta.resolve("@tensorflow/tfjs-core")).replace(/([/\\]node_modules)[/\\].*$/, "$1");

/**
 * Path of one of our modules, as TypeScript in a checkout and as compiled JavaScript in the installed package.
 * @param name Without extension, relative to the base.
 */
export function sourceFile(name: string, base: URL): string {
  const source = fileURLToPath(new URL(`${name}.ts`, base));
  return existsSync(source) ? source : fileURLToPath(new URL(`${name}.js`, base));
}
