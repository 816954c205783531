import { type Protection, probeProtection } from "../../../sandbox/os/probe-protection.ts";
import { type Finding, finding } from "./finding.ts";

/** What a worker's process is kept from, by Node and by the operating system. */
export async function findProtection(): Promise<Finding[]> {
  const { refused, system, memoryWatch } = await probeProtection();
  const refusal = (what: string, isRefused: boolean, state: "weaker" | "missing" = "missing"): Finding =>
    finding(`worker: ${what}`, isRefused, "refused", {
      state,
      detail: "possible",
      mend: state === "missing" ? "do not grade here; use the newest Node 26" : "use Node 26, or install bubblewrap",
    });
  return [
    refusal("reading files", refused.readingFiles),
    refusal("writing files", refused.writingFiles),
    refusal("child processes", refused.childProcesses),
    refusal("environment", refused.environment),
    // Before Node 25 its permission model has no say over the network; namespaces then have.
    refusal("network", refused.network, "weaker"),
    ...systemProtections(system),
    finding("worker: memory watch", memoryWatch, "resident memory is watched", {
      detail: "this system does not report it; only the isolate's own limit applies",
      mend: "grade on Linux or macOS",
    }),
  ];
}

/** What holds even where a submission runs natively in its worker, and what to do where something does not. */
function systemProtections({ namespaces, hidesProcesses, hidesFiles, limitsMemory }: Protection["system"]): Finding[] {
  const layer = (what: string, isActive: boolean, active: string, detail: string, mend: string): Finding =>
    finding(`worker: ${what}`, isActive, active, { detail: `not active: ${detail}`, mend });
  const allow =
    "allow ordinary users to create user namespaces (user.max_user_namespaces, AppArmor, the container's seccomp)";
  return [
    layer(
      "namespaces",
      namespaces !== "none",
      `no network interface, no shared memory (${namespaces})`,
      "native code could use the network",
      `install bubblewrap or util-linux, and ${allow}`,
    ),
    layer(
      "process namespace",
      hidesProcesses,
      `no other process can be seen or signalled (${namespaces})`,
      "native code could signal processes of this user",
      `install bubblewrap, or util-linux 2.38 or newer, and ${allow}`,
    ),
    layer(
      "file namespace",
      hidesFiles,
      `no file but Node and the worker's own (${namespaces})`,
      "native code could read what this user can",
      `install bubblewrap, and ${allow}`,
    ),
    layer(
      "memory limit",
      limitsMemory,
      "the kernel refuses more than a worker's memory (prlimit)",
      "only the memory watch applies",
      "install util-linux",
    ),
  ];
}
