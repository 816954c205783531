import { spawn } from "node:child_process";

/** Namespaces in which a process has no network interface and shares no memory segments or semaphores with others. */
const unshare = ["unshare", "--user", "--map-root-user", "--net", "--ipc", "--"] as const;

let found: Promise<readonly string[]> | undefined;

/**
 * The command that puts workers into namespaces of their own, on top of Node's permission model: util-linux's `unshare`,
 * where this system has it and lets us.
 * @returns Words to put before a command; none where it is not to be had.
 */
export function namespaceLauncher(): Promise<readonly string[]> {
  found ??= process.platform === "linux" ? tryOut() : Promise.resolve([]);
  return found;
}

function tryOut(): Promise<readonly string[]> {
  const [command, ...args] = unshare;
  const child = spawn(command, [...args, "true"], { stdio: "ignore", timeout: 2000 });
  return new Promise((resolve) => {
    child.on("error", () => resolve([]));
    child.on("close", (code) => resolve(code === 0 ? unshare : []));
  });
}
