import { spawn } from "node:child_process";
import { courseFolder, courseVariable } from "../../assignments/catalog/course.ts";
import type { FileCache } from "../../assignments/storage/cache.ts";
import { sourceFile } from "../source-file.ts";

const room = new URL("../", import.meta.url);

/** What the cache has under a key, or else what is made now and kept there. */
export async function makeOnce(cache: FileCache, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = await cache.read(key);
  if (found !== undefined) return found;
  const made = await make();
  await cache.write(key, made);
  return made;
}

/** Runs a module of this folder as a process of its own. @returns What it writes to standard output. */
export function runModule(
  module: string,
  flags: readonly string[] = [],
  input: Uint8Array = new Uint8Array(),
): Promise<Uint8Array> {
  const script = sourceFile(`image/${module}`, room);
  const env = { [courseVariable]: courseFolder() };
  const child = spawn(process.execPath, [...flags, script], { stdio: ["pipe", "pipe", "pipe"], env });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const kill = (): void => void child.kill("SIGKILL");
  process.prependOnceListener("exit", kill);
  // One that ends before it has read everything is noticed by its end.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      process.off("exit", kill);
      if (exit === 0) resolve(Buffer.concat(output));
      else {
        const why = Buffer.concat(errors).toString("utf8");
        reject(new Error(`Cannot make the guest image: ${module} ends with ${exit}\n${why}`));
      }
    });
  });
}
