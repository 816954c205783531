import { existsSync } from "node:fs";
import { bubblewrapLauncher, type Launcher, memoryLauncher, plainLauncher, unshareLauncher } from "./launchers.ts";

/** What the operating system does for us on this machine, on top of Node's permission model. */
export type OsProtection = {
  readonly launcher: Launcher;
  /** The tool that makes namespaces. */
  readonly namespaces: "bubblewrap" | "unshare" | "none";
  /** A worker neither sees nor reaches any other process. */
  readonly hidesProcesses: boolean;
  /** For a worker there are no files but its own. */
  readonly hidesFiles: boolean;
  /** The kernel refuses a worker more than its memory. */
  readonly limitsMemory: boolean;
};

let chosen: Promise<OsProtection> | undefined;

/** Tries out, once, what this machine has, and takes the strongest of it. Nothing is needed for grading to go on. */
export function chooseLauncher(): Promise<OsProtection> {
  chosen ??= process.platform === "linux" ? tryOut() : Promise.resolve(nothing);
  return chosen;
}

const nothing: OsProtection = {
  launcher: plainLauncher,
  namespaces: "none",
  hidesProcesses: false,
  hidesFiles: false,
  limitsMemory: false,
};

async function tryOut(): Promise<OsProtection> {
  const [memory, namespaces] = await Promise.all([memoryLauncher(), chooseNamespaces()]);
  if (memory === undefined) return namespaces;
  const launcher: Launcher = (launch) => [...memory(launch), ...namespaces.launcher(launch)];
  return { ...namespaces, launcher, limitsMemory: true };
}

async function chooseNamespaces(): Promise<OsProtection> {
  // Kernels can be built without this list of a process's children.
  const canFollow = existsSync("/proc/thread-self/children");
  const bubblewrap = canFollow ? await bubblewrapLauncher() : undefined;
  if (bubblewrap !== undefined) {
    return { ...nothing, launcher: bubblewrap, namespaces: "bubblewrap", hidesProcesses: true, hidesFiles: true };
  }
  const unshare = await unshareLauncher(canFollow);
  return unshare === undefined ? nothing : { ...nothing, ...unshare, namespaces: "unshare" };
}
