import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolderPrefix } from "./folder-owner.ts";
import { sweepTemporaryFolders } from "./sweep-temporary-folders.ts";

/** A new, empty folder of this process, which nobody else can read. Disposal removes it with all that is in it. */
export type TemporaryFolder = AsyncDisposable & { readonly path: string };

/** What has to be gone when this process ends, however it ends. */
const open = new Set<string>();
let isFirst = true;

/**
 * Makes a folder in the system's temporary folder. It is gone after disposal, and at the latest when the process exits: by itself,
 * by an exception, or by a signal where `exitOnSignals` holds. What a process leaves behind that was killed outright, the next
 * one that needs a folder removes.
 * @param purpose Part of its name, for the person who finds it: lower-case letters.
 * @throws the system's error where nothing can be written there.
 */
export function openTemporaryFolder(purpose: string): TemporaryFolder {
  if (isFirst) {
    isFirst = false;
    // Nobody waits for it: the process does not end before it, unless it is told to.
    void sweepTemporaryFolders(tmpdir());
  }
  // At once, so that no signal comes between making it and knowing of it.
  const path = mkdtempSync(join(tmpdir(), `${ownFolderPrefix()}${purpose}-`));
  return { path, ...removeAtEnd(path) };
}

/** Has a folder that is there already go in the same way, on disposal or at the end of the process. Harmless where it has gone. */
export function removeAtEnd(path: string): AsyncDisposable {
  if (open.size === 0) process.once("exit", removeAll);
  open.add(path);
  return {
    [Symbol.asyncDispose]: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
      open.delete(path);
      if (open.size === 0) process.off("exit", removeAll);
    },
  };
}

/** What is being written meanwhile can keep a folder from going; what stays all the same is swept later. */
const attempts = 5;

function removeAll(): void {
  for (const path of open) {
    for (let i = 0; i < attempts && !removed(path); i++);
  }
}

function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
