import { statSync, watch } from "node:fs";

/** How folders are watched. */
export type WatchOptions = {
  /** How long they must be quiet before something is done, milliseconds: an editor writes a file in several steps. Default 100. */
  readonly quietMs?: number;
  /** Whether subfolders count too. Default true. */
  readonly isDeep?: boolean;
  /** Files that are looked at besides, for systems that tell nothing of a change: disks of other machines. */
  readonly files?: readonly string[];
};

/** What is not a student's or an author's own, and may be large. */
const ignore = ["node_modules", "**/node_modules/**", ".git", "**/.git/**"];
const lookMs = 1000;

/**
 * Waits for changes in folders. Watching begins with the call, so that nothing is missed; a folder that is replaced is watched again.
 * @returns What waits for the next change, and tells when it began (`performance.now()`); several close together are one.
 */
export function watchFolders(
  folders: readonly string[],
  { quietMs = 100, isDeep = true, files = [] }: WatchOptions = {},
): { next(): Promise<number> } & Disposable {
  let wake: (() => void) | undefined;
  let began: number | undefined;
  let hasChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const onChange = (): void => {
    began ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => {
      hasChanged = true;
      wake?.();
    }, quietMs);
  };
  const watchers = new Map(folders.map((folder) => [folder, open(folder, isDeep, onChange)]));
  let before = [...folders, ...files].map(look);
  const looking = setInterval(() => {
    const now = [...folders, ...files].map(look);
    folders.forEach((folder, at) => {
      if (now[at]?.id === before[at]?.id) return;
      watchers.get(folder)?.[Symbol.dispose]();
      watchers.set(folder, open(folder, isDeep, onChange));
    });
    if (now.some(({ content }, at) => content !== before[at]?.content)) onChange();
    before = now;
  }, lookMs);
  return {
    next: async () => {
      if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve));
      hasChanged = false;
      const start = began ?? performance.now();
      began = undefined;
      return start;
    },
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      clearInterval(looking);
      for (const watcher of watchers.values()) watcher[Symbol.dispose]();
    },
  };
}

function open(folder: string, recursive: boolean, onChange: () => void): Disposable {
  try {
    const watcher = watch(folder, { recursive, ...(recursive && { ignore }) }, onChange);
    // What it does not tell, who looks at the folder tells.
    watcher.on("error", () => undefined);
    return { [Symbol.dispose]: () => watcher.close() };
  } catch {
    // It is not there: it is watched when it is back.
    return { [Symbol.dispose]: () => undefined };
  }
}

/** @returns Which file or folder it is, and what tells that it has changed. */
function look(path: string): { readonly id: string; readonly content: string } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { id: "", content: "" };
  return { id: String(found.ino), content: `${found.ino} ${found.mtimeMs} ${found.size}` };
}
