import { readFileSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { userDirectory } from "../../assignments/user-directory.ts";
import { detectBackend } from "../../reference/tensorflow/detect-backend.ts";
import { type Protection, probeProtection } from "../../sandbox/pool/probe-protection.ts";
import { type ExitCode, exitCode, print } from "./output.ts";

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

function protections({ refused, namespaces, memoryWatch }: Protection): Finding[] {
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
    {
      what: "worker: namespaces",
      state: namespaces ? "ok" : "weaker",
      detail: namespaces ? "no network interface, no shared memory (unshare)" : "unshare is not there or not allowed",
    },
    {
      what: "worker: memory watch",
      state: memoryWatch ? "ok" : "weaker",
      detail: memoryWatch
        ? "resident memory is watched"
        : "this system does not tell; only the isolate's own limit holds",
    },
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
