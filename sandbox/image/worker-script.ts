import { type CacheTrust, openCache } from "../../assignments/storage/cache.ts";
import { sourceFile } from "../source-file.ts";
import { workerKey } from "./image-key.ts";
import { makeOnce } from "./make-once.ts";

/**
 * The code of a worker as one script without imports, built once per version of its sources and then taken from the cache: a worker
 * that looks for its modules one by one, and takes the types out of them, needs twice as long to start.
 */
export async function loadWorkerScript(options: {
  readonly cacheDirectory: string;
  /** Who may have written it: all that decides marks comes through it. Default anybody who can write to the folder. */
  readonly cacheTrust?: CacheTrust | undefined;
}): Promise<string> {
  const cache = openCache("guest", options.cacheDirectory, options.cacheTrust);
  return Buffer.from(await makeOnce(cache, await workerKey(), bundleWorker)).toString("utf8");
}

async function bundleWorker(): Promise<Uint8Array> {
  // Once per version: nobody else shall load it.
  const { buildSync } = await import("esbuild");
  // In one go, which takes some milliseconds: otherwise esbuild's own process would stay beside us.
  const { outputFiles } = buildSync({
    entryPoints: [sourceFile("worker/main", new URL("../", import.meta.url))],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "esnext",
    minifyWhitespace: true,
    // In place of any tsconfig.json, which is for the checker.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    logLevel: "silent",
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}
