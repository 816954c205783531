import { createHash } from "node:crypto";
import { type CacheTrust, openCache } from "../../assignments/storage/cache.ts";
import { encodeFrame } from "../protocol/frame.ts";
import { isolateFlags } from "../protocol/worker-arguments.ts";
import { imageKey } from "./image-key.ts";
import { makeOnce, runModule } from "./make-once.ts";

/** What isolates start from. */
export type GuestImage = {
  /** The guest as one script. */
  readonly code: Uint8Array;
  /** The same, already run and frozen; empty where isolates have to run the script themselves. */
  readonly snapshot: Uint8Array;
};

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
  const code = await makeOnce(cache, keyOf("code"), () => runModule("make-bundle"));
  if (options.snapshot === false) return { code, snapshot: new Uint8Array() };
  const snapshot = await makeOnce(cache, keyOf("snapshot"), async () => {
    const warmUp = await runModule("make-warm-up");
    return runModule("make-snapshot", isolateFlags, encodeFrame({}, [code, warmUp]));
  });
  return { code, snapshot };
}
