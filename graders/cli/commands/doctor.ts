import { readFileSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { detectBackend } from "../../../reference/tensorflow/detect-backend.ts";
import { type Protection, probeProtection } from "../../../sandbox/os/probe-protection.ts";
import type { DefineCommand } from "../command-options.ts";
import { type ExitCode, exitCode, print } from "../output.ts";

/** `gradecheck doctor` */
export const define: DefineCommand = (command, { finish }) =>
  command.option("--json", "one JSON object per finding").action(async (options) => finish(await doctor(options)));

type Finding = {
  readonly what: string;
  /** `missing`: grading must not go on like this. `weaker`: it can, with less than there could be. */
  readonly state: "ok" | "weaker" | "missing";
  readonly detail: string;
};

/** `gradecheck doctor`: what protects this machine, and what grading will use here. Ends with 3 where something is missing. */
export async function doctor(options: { readonly json?: boolean }): Promise<ExitCode> {
  const findings = [...runtime(), ...protections(await probeProtection()), backend(), await cache()];
  if (options.json) for (const finding of findings) print(JSON.stringify(finding));
  else for (const { what, state, detail } of findings) print(`${state.padEnd(8)}${what}: ${detail}`);
  return findings.some(({ state }) => state === "missing") ? exitCode.graderError : exitCode.done;
}

function runtime(): Finding[] {
  const manifest = fileURLToPath(import.meta.resolve("isolated-vm")).replace(/[^/\\]+$/, "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const { node, v8 } = process.versions;
  return [
    { what: "runtime", state: Number.parseInt(node, 10) >= 26 ? "ok" : "weaker", detail: `Node ${node}, V8 ${v8}` },
    {
      what: "isolates",
      state: /^([89]|\d\d|7\.(0\.[1-9]|[1-9]))/.test(version) ? "ok" : "missing",
      detail: `isolated-vm ${version}`,
    },
  ];
}

function protections({ refused, system, memoryWatch }: Protection): Finding[] {
  const refusal = (what: string, isRefused: boolean, otherwise: Finding["state"] = "missing"): Finding => ({
    what: `worker: ${what}`,
    state: isRefused ? "ok" : otherwise,
    detail: isRefused ? "refused" : "possible",
  });
  return [
    refusal("reading files", refused.readingFiles),
    refusal("writing files", refused.writingFiles),
    refusal("child processes", refused.childProcesses),
    refusal("environment", refused.environment),
    // Before Node 25 its permission model has no say over the network; namespaces then have.
    refusal("network", refused.network, "weaker"),
    ...systemProtections(system),
    {
      what: "worker: memory watch",
      state: memoryWatch ? "ok" : "weaker",
      detail: memoryWatch
        ? "resident memory is watched"
        : "this system does not report it; only the isolate's own limit applies",
    },
  ];
}

/** What holds even where a submission runs natively in its worker, and what to do where something does not. */
function systemProtections({ namespaces, hidesProcesses, hidesFiles, limitsMemory }: Protection["system"]): Finding[] {
  const finding = (what: string, isActive: boolean, active: string, otherwise: string): Finding => ({
    what: `worker: ${what}`,
    state: isActive ? "ok" : "weaker",
    detail: isActive ? active : `not active: ${otherwise}`,
  });
  const allow =
    "allow ordinary users to create user namespaces (user.max_user_namespaces, AppArmor, the container's seccomp)";
  return [
    finding(
      "namespaces",
      namespaces !== "none",
      `no network interface, no shared memory (${namespaces})`,
      `install bubblewrap or util-linux, and ${allow}`,
    ),
    finding(
      "process namespace",
      hidesProcesses,
      `no other process can be seen or signalled (${namespaces})`,
      `native code could signal processes of this user; install bubblewrap, or util-linux 2.38 or newer, and ${allow}`,
    ),
    finding(
      "file namespace",
      hidesFiles,
      `no file but Node and the worker's own (${namespaces})`,
      `native code could read what this user can; install bubblewrap, and ${allow}`,
    ),
    finding(
      "memory limit",
      limitsMemory,
      "the kernel refuses more than a worker's memory (prlimit)",
      "only the memory watch applies; install util-linux",
    ),
  ];
}

function backend(): Finding {
  const { backend: name, version, note } = detectBackend("auto");
  return {
    what: "expected values",
    state: name === "tensorflow" ? "ok" : "weaker",
    detail: `${note ?? name} (${version})`,
  };
}

async function cache(): Promise<Finding> {
  const directory = userDirectory("cache", process.env);
  const writable = await mkdir(directory, { recursive: true })
    .then(() => access(directory, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  return {
    what: "cache",
    state: writable ? "ok" : "weaker",
    detail: `${directory}${writable ? "" : " cannot be written"}`,
  };
}
