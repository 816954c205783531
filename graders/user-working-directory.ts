import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "../assignments/storage/user-directory.ts";

const ownRoot = fileURLToPath(new URL("../", import.meta.url));

/** The scripts of package.json whose arguments are a person's. */
const commandScripts: ReadonlySet<string> = new Set(["gradecheck", "verify", "start"]);

/**
 * Where the person stands who typed the command, which is what paths are relative to. npm runs a script in the folder of
 * its package.json, and says in `INIT_CWD` where it was called. What it says is inherited by everything it starts, so it
 * counts only where it is about this very script, and this process is still where npm put it.
 * @param cwd Working directory of this process.
 * @param root Folder of gradecheck's own package.json.
 * @returns An absolute path.
 */
export function userWorkingDirectory(env: Environment, cwd: string, root = ownRoot): string {
  const { INIT_CWD: called, npm_lifecycle_event: script = "", npm_package_json: manifest } = env;
  if (called === undefined || manifest === undefined || !commandScripts.has(script)) return cwd;
  if (!isSame(dirname(manifest), root) || !isSame(cwd, root)) return cwd;
  return existsSync(called) ? resolve(called) : cwd;
}

const isSame = (one: string, other: string): boolean =>
  existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
