import { posix } from "node:path";
import { importCandidates } from "../../sandbox/bundle/import-candidates.ts";
import type { OpenSubmission } from "../../sandbox/bundle/open-submission.ts";

/** Whatever could name a file beside the one that it stands in. */
const relative = /["'`](\.\.?\/[^"'`\n]{1,200})["'`]/g;
/** Names that are looked up of a submission at most: a text can hold thousands that are none. */
const mostNames = 200;
/** What no system would take for anything but a name. */
const plainPath = /^[^\\:*?"<>|\p{Cc}]+$/u;

/**
 * The files of a submission that its first file may import, by path: no others are its business. Links are followed as when it is
 * bundled, and nothing lies outside.
 */
export function sourceClosure(files: OpenSubmission): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const waiting = [files.entry];
  const names = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = texts.has(path) || !plainPath.test(path) ? undefined : readable(files, path);
    if (text === undefined) continue;
    texts.set(path, text);
    for (const [, name = ""] of text.matchAll(relative)) {
      const target = posix.normalize(posix.join(posix.dirname(path), name));
      if (target.startsWith("../") || names.has(target) || names.size === mostNames) continue;
      names.add(target);
      waiting.push(...importCandidates(target));
    }
  }
  return texts;
}

/** What cannot be read is told by who bundles it. */
function readable(files: OpenSubmission, path: string): string | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}
