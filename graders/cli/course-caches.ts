import type { CacheTrust } from "../../assignments/storage/cache.ts";
import { authenticationKey } from "../../assignments/storage/course-secret.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { phraseDisbelievedCache } from "../../reports/terminal/phrase-kept.ts";
import { tell } from "./output.ts";

/**
 * The user's caches, as they are read where marks follow: only what a holder of the course secret has written is believed, and what is not
 * is told once.
 */
export function courseCaches(secret: string): { readonly cacheDirectory: string; readonly cacheTrust: CacheTrust } {
  let isTold = false;
  const onDisbelieved = (file: string): void => {
    if (!isTold) tell(phraseDisbelievedCache(file));
    isTold = true;
  };
  const cacheTrust = { key: authenticationKey(secret, "cache"), onDisbelieved };
  return { cacheDirectory: userDirectory("cache", process.env), cacheTrust };
}
