import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { entryFile, type SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { hashSubmission, readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { tell } from "./output.ts";
import { watchFolders } from "./watch-folders.ts";

/** How long a folder must be quiet, milliseconds. Whatever comes later is another version, for which this one is given up. */
const quietMs = 15;
/** For how long a file may be empty or gone while an editor saves it, and how often it is looked at, milliseconds. */
const momentMs = 300;
const againMs = 10;

/** A submission as somebody saved it. @property since When the saving began, `performance.now()`. */
export type SubmissionVersion = { readonly files: SubmissionFiles; readonly since: number };

/** Waits for each version of a submission that differs from the one before. @param first As it was read at first. */
export function submissionVersions(
  path: string,
  first: SubmissionFiles,
): { next(): Promise<SubmissionVersion> } & Disposable {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(resolve(path));
  const changes = watchFolders([folder], { quietMs, isDeep: isFolder, files: isFolder ? [] : [path] });
  let known = hashSubmission(first);
  let begins = true;
  return {
    next: async () => {
      for (;;) {
        // It may have been saved before anybody watched.
        const since = begins ? performance.now() : await changes.next();
        begins = false;
        const files = await readWhole(path);
        const content = hashSubmission(files);
        // Something else in the folder has changed.
        if (content === known) continue;
        known = content;
        if (!("unread" in files)) return { files, since };
        tell(`Cannot read ${basename(path)}: ${files.unread}; waiting for it`);
      }
    },
    [Symbol.dispose]: () => changes[Symbol.dispose](),
  };
}

/** What an editor has taken away or emptied is there again in a moment. */
async function readWhole(path: string): Promise<SubmissionFiles> {
  const end = performance.now() + momentMs;
  let files = await readSubmission(path);
  while (!isWhole(files) && performance.now() < end) {
    await setTimeout(againMs);
    files = await readSubmission(path);
  }
  return files;
}

function isWhole(files: SubmissionFiles): boolean {
  if ("unread" in files) return false;
  const first = "bytes" in files ? files : files.entries.find(({ path }) => path === entryFile);
  return first !== undefined && (!("bytes" in first) || first.bytes.length > 0);
}
