import { watch } from "node:fs";

/** How long folders must be quiet before something is done, milliseconds: an editor writes a file in several steps. */
const quietMs = 100;

/**
 * Waits for changes in folders, their subfolders included. Watching begins with the call, so that nothing is missed.
 * @returns What waits for the next change; several close together are one.
 */
export function watchFolders(folders: readonly string[]): { next(): Promise<void> } & Disposable {
  let wake: (() => void) | undefined;
  let hasChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hasChanged = true;
      wake?.();
    }, quietMs);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, onChange));
  return {
    next: async () => {
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve));
      hasChanged = false;
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
