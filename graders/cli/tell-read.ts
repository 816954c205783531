import { dirname, resolve, sep } from "node:path";
import { message } from "../../reports/messages/message.ts";
import { tell } from "./output.ts";

/** More than these are not named one by one. */
const mostNamed = 3;

/** Says which files a command reads, in full: of two of one name in different folders, the wrong one is easily taken. */
export function tellRead(...paths: readonly (string | undefined)[]): void {
  const read = [...new Set(paths.filter((path) => path !== undefined).map((path) => resolve(path)))];
  if (read.length > mostNamed) tell(message("run.reading-many", { count: read.length, folder: commonFolder(read) }));
  else for (const path of read) tell(message("run.reading", { path }));
}

/** The innermost folder that all of them lie in. @param paths Absolute. */
function commonFolder([first = sep, ...others]: readonly string[]): string {
  let folder = dirname(first);
  const holdsAll = (): boolean => others.every((path) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
  while (!holdsAll() && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
