import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** TypeScript on this machine. @property libraries Folder with the types of the language itself. */
export type CompilerFiles = { readonly executable: string; readonly libraries: string };

/**
 * Finds the compiler that came with the package `typescript`, which is a program of its own for each platform.
 * @param platform As in the name of the package that holds it.
 * @returns undefined where there is none for this platform, or npm was told to leave optional packages out.
 */
export function findCompiler(platform = `${process.platform}-${process.arch}`): CompilerFiles | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    const beside = createRequire(resolve("typescript/package.json"));
    const libraries = join(dirname(beside.resolve(`@typescript/typescript-${platform}/package.json`)), "lib");
    const executable = join(libraries, process.platform === "win32" ? "tsc.exe" : "tsc");
    return existsSync(executable) ? { executable, libraries } : undefined;
  } catch {
    return undefined;
  }
}
