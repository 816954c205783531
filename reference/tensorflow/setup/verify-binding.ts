import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { bindingPath } from "../tfjs-package.ts";
import { runCommand } from "./run-command.ts";

/**
 * Loads a native binding in a process of its own and lets it multiply two matrices: a binding that cannot be loaded
 * may take its process with it.
 * @param root Directory with `lib` and `deps`.
 * @returns Version that the native library gives itself.
 * @throws Error that says why it cannot be used.
 */
export async function verifyBinding(root: string): Promise<string> {
  const script = new URL(`./compute-with-binding${extname(import.meta.url)}`, import.meta.url);
  const result = await runCommand(process.execPath, [fileURLToPath(script), bindingPath(root)], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" },
    idleMs: 60_000,
  });
  if (!result.ok) throw new Error(`the binding does not load: ${result.reason}`);
  const native = /^native (\S+)$/m.exec(result.stdout)?.[1];
  if (native === undefined) throw new Error("the binding loads but does not compute");
  return native;
}
