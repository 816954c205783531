import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { type EndSignal, killAll, killGroup, processTree } from "../../assignments/storage/processes.ts";
import { workerFiles } from "./worker-files.ts";

/** What a launcher has to know of the process that it starts. */
export type Launch = {
  /** Its working directory, an empty folder. */
  readonly directory: string;
  /** Resident memory at which the process is killed; what the kernel allows is somewhat more. */
  readonly memoryLimitBytes: number;
};

/** Gives the words to put before a command so that the operating system, too, keeps the process from what is not its own. */
export type Launcher = (launch: Launch) => readonly string[];

/** Starts a process with nothing added. */
export const plainLauncher: Launcher = () => [];

/** A tool that does not answer by then is not used, milliseconds. */
const trialTimeMs = 2000;

/**
 * Whether a command can be started, as workers are started, and ends well.
 * @param words The command and its arguments; looked for in the system's own folders alone.
 */
async function commandWorks([command = "", ...args]: readonly string[]): Promise<boolean> {
  // Where there is no such command, spawn's own timeout keeps Node 24 alive for all of it; this one keeps nothing alive.
  const signal = AbortSignal.timeout(trialTimeMs);
  const child = spawn(command, args, { stdio: "ignore", env: {}, signal, killSignal: "SIGKILL" });
  return await new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}

/** Where a command is looked for, at most, by a process without an environment. */
const systemFolders = ["/usr/local/bin", "/bin", "/usr/bin"];

/** All namespaces of its own, no capabilities, and an end with ours. It already is the leader of its session. */
const apart = ["bwrap", "--unshare-all", "--unshare-user", "--die-with-parent", "--cap-drop", "ALL"];

/**
 * Puts workers into namespaces of their own with bubblewrap, where there is no file, readable or not, but Node, its
 * shared libraries and the worker's own files: no /proc, no /dev, no home, no reference.
 * @returns Undefined where this system does not have it or does not let us.
 */
export async function bubblewrapLauncher(): Promise<Launcher | undefined> {
  // Most machines have none: to look costs less than to try.
  if (!systemFolders.some((folder) => existsSync(`${folder}/bwrap`))) return undefined;
  const files = [process.execPath, ...(await sharedLibraries()), ...workerFiles()];
  const mounts = files.flatMap((file) => ["--ro-bind-try", file, file]);
  const launcher: Launcher = ({ directory }) => [
    ...apart,
    ...mounts,
    ...["--ro-bind", directory, directory, "--chdir", directory],
    ...["--remount-ro", "/", "--"],
  ];
  const trial = launcher({ directory: tmpdir(), memoryLimitBytes: 0 });
  return (await commandWorks([...trial, process.execPath, "--version"])) ? launcher : undefined;
}

/** Paths under which the loader looks for what Node is linked with, and the loader itself, as it tells them. */
function sharedLibraries(): Promise<string[]> {
  const env = { LD_TRACE_LOADED_OBJECTS: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--version"], { env, timeout: 2000 }, (error, stdout) =>
      resolve(error === null ? (stdout.match(/\/\S+/g) ?? []) : []),
    );
  });
}

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

/**
 * What a worker may have allocated beyond its limit of resident memory, bytes, because it is never touched: V8 sets half a
 * gibibyte aside for the code of each isolate, of which there are the worker's own, a submission's and the next one's; and as
 * much again for everything else.
 */
const untouchedBytes = 4 * 2 ** 29;

/**
 * Limits the memory that a worker can allocate, with util-linux's `prlimit`: the kernel then refuses at once what the watch
 * would see too late. (A cgroup would count more exactly, but is rarely ours to make, and stays where we are killed.) A crash
 * leaves no image of the memory behind.
 * @returns Undefined where this system does not have it.
 */
export async function memoryLauncher(): Promise<Launcher | undefined> {
  const launcher = ({ memoryLimitBytes }: Launch): string[] => {
    const bytes = memoryLimitBytes + untouchedBytes;
    return ["prlimit", `--data=${bytes}:${bytes}`, "--core=0:0", "--"];
  };
  const trial = launcher({ directory: "", memoryLimitBytes: 0 });
  return (await commandWorks([...trial, "true"])) ? launcher : undefined;
}

/**
 * Ends what a launcher has started, by SIGKILL: the first process of a namespace does not hear SIGTERM, and bubblewrap clears away
 * what was killed but not what ended by itself. The launcher then ends too. What has left its group ends with the others, as a
 * namespace does with its first process. Without a launcher this is {@link killGroup}.
 */
export function killInside(child: Pick<ChildProcess, "pid" | "kill">, signal: EndSignal): void {
  const inside = child.pid === undefined ? [] : processTree(child.pid).slice(1);
  if (inside.length > 0) killAll(inside, "SIGKILL");
  else killGroup(child, signal);
}
