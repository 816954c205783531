import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { courseFolder, courseVariable } from "../../assignments/catalog/course.ts";
import { type CacheTrust, type FileCache, openCache } from "../../assignments/storage/cache.ts";
import { encodeFrame } from "../protocol/frame.ts";
import { isolateFlags } from "../protocol/worker-arguments.ts";
import { sourceFile } from "../source-file.ts";
import { imageKey } from "./image-key.ts";

/** What isolates start from. */
export type GuestImage = {
  /** The guest as one script. */
  readonly code: Uint8Array;
  /** The same, already run and frozen; empty where isolates have to run the script themselves. */
  readonly snapshot: Uint8Array;
};

const room = new URL("../", import.meta.url);

/**
 * The guest image, built once per version of its sources and of V8 and then taken from the cache.
 * @param options.snapshot False for isolates that run the script themselves: slower, same results.
 */
export async function loadGuestImage(options: {
  readonly cacheDirectory: string;
  readonly snapshot?: boolean;
  /** Who may have written it: all that decides marks runs in it. Default anybody who can write to the folder. */
  readonly cacheTrust?: CacheTrust | undefined;
}): Promise<GuestImage> {
  const key = await imageKey();
  const keyOf = (what: "code" | "snapshot"): string => createHash("sha256").update(`${key} ${what}`).digest("hex");
  const cache = openCache("guest", options.cacheDirectory, options.cacheTrust);
  const code = await cached(cache, keyOf("code"), () => run("make-bundle", []));
  if (options.snapshot === false) return { code, snapshot: new Uint8Array() };
  const snapshot = await cached(cache, keyOf("snapshot"), async () => {
    const warmUp = await run("make-warm-up", []);
    return run("make-snapshot", isolateFlags, encodeFrame({}, [code, warmUp]));
  });
  return { code, snapshot };
}

async function cached(cache: FileCache, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = await cache.read(key);
  if (found !== undefined) return found;
  const made = await make();
  await cache.write(key, made);
  return made;
}

/** Runs a module of this folder as a process of its own. @returns What it writes to standard output. */
function run(module: string, flags: readonly string[], input: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
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
