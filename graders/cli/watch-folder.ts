import { watch } from "node:fs";

/** How long a folder must be quiet before something is done, milliseconds: an editor writes a file in several steps. */
const quietMs = 100;

/**
 * Waits for changes in a folder, its subfolders included. Watching begins with the call, so that nothing is missed.
 * @returns What waits for the next change; several close together are one.
 */
export function watchFolder(folder: string): { next(): Promise<void> } & Disposable {
  let wake: (() => void) | undefined;
  let hasChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hasChanged = true;
      wake?.();
    }, quietMs);
  });
  return {
    next: async () => {
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve));
      hasChanged = false;
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
