import { commandWorks } from "./command-works.ts";
import type { Launcher } from "./launcher.ts";

/** No network interface, and no memory segments or semaphores shared with others. */
const always = ["--net", "--ipc"];
/** As a user without capabilities, even in the namespaces that are its own. */
const nobody = ["--user", "--map-user=65534", "--map-group=65534"];
/** No process to see or to signal but its own, all of which end with the first. */
const ownProcesses = ["--pid", "--fork", "--kill-child"];
/** `unshare` waits for the process beside us: it has to end with us even where we are killed. */
const endsWithUs = ["setpriv", "--pdeathsig", "KILL", "unshare"];

/** The strongest first: older versions do not know some of it, and some containers do not let /proc be mounted. */
const attempts = [
  { hidesProcesses: true, words: [...endsWithUs, ...nobody, ...always, ...ownProcesses, "--mount-proc", "--"] },
  { hidesProcesses: true, words: [...endsWithUs, ...nobody, ...always, ...ownProcesses, "--"] },
  { hidesProcesses: false, words: ["unshare", "--user", "--map-root-user", ...always, "--"] },
];

/**
 * Puts workers into namespaces of their own with util-linux's `unshare`.
 * @param canFollow Whether the processes behind `unshare` can be found, without which their memory could not be watched.
 * @returns Undefined where this system does not have it or does not let us.
 */
export async function unshareLauncher(
  canFollow: boolean,
): Promise<{ readonly hidesProcesses: boolean; readonly launcher: Launcher } | undefined> {
  for (const { hidesProcesses, words } of attempts) {
    if (hidesProcesses && !canFollow) continue;
    if (await commandWorks([...words, "true"])) return { hidesProcesses, launcher: () => words };
  }
  return undefined;
}
