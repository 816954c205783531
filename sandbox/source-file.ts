import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Path of one of our modules, as TypeScript in a checkout and as compiled JavaScript in the installed package.
 * @param name Without extension, relative to the base.
 */
export function sourceFile(name: string, base: URL): string {
  const source = fileURLToPath(new URL(`${name}.ts`, base));
  return existsSync(source) ? source : fileURLToPath(new URL(`${name}.js`, base));
}
