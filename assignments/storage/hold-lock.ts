import { readFileSync, rmSync } from "node:fs";
import { readFile, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";

/** What tells one's own lock from another's. */
type LockText = { readonly token?: string };

/**
 * Holds a lock that is one's own: shows again and again that somebody does, and notices when it is no longer so.
 * @param token As it stands in the file.
 * @param options.onLost Called when the lock is somebody else's, or was removed from a folder that is still there.
 * @returns Disposal releases it, and so does the end of the process.
 */
export function holdLock(
  file: string,
  token: string,
  { heartbeatMs, onLost }: { readonly heartbeatMs: number; readonly onLost?: (() => void) | undefined },
): AsyncDisposable {
  let isHeld = true;
  const beat = async (): Promise<void> => {
    const isLost = await isSomebodyElses(file, token);
    if (isLost && isHeld) onLost?.();
    else if (isHeld) await utimes(file, new Date(), new Date());
  };
  // Where the folder has gone, there is nothing left to hold.
  const heartbeat = setInterval(() => void beat().catch(() => undefined), heartbeatMs);
  heartbeat.unref();
  const release = (): void => {
    if (tokenIn(file) === token) rmSync(file, { force: true });
  };
  process.once("exit", release);
  return {
    [Symbol.asyncDispose]: async () => {
      isHeld = false;
      clearInterval(heartbeat);
      process.off("exit", release);
      release();
    },
  };
}

/** Also where it has been removed from a folder that is there. What cannot be read just now is still ours. */
async function isSomebodyElses(file: string, token: string): Promise<boolean> {
  try {
    return (JSON.parse(await readFile(file, "utf8")) as LockText).token !== token;
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (!isGone) return error instanceof SyntaxError;
    return stat(dirname(file)).then(
      () => true,
      () => false,
    );
  }
}

function tokenIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as LockText).token;
  } catch {
    return undefined;
  }
}
