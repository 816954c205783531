import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { killGroup, processTree } from "../../../assignments/storage/processes.ts";
import {
  bubblewrapLauncher,
  killInside,
  type Launcher,
  plainLauncher,
  unshareLauncher,
} from "../../../sandbox/os/launchers.ts";
import { isRunning, NativeProcess } from "../pool/native-process.ts";

const isLinux = process.platform === "linux";
const bubblewrap = isLinux ? await bubblewrapLauncher() : undefined;
const unshare = isLinux ? await unshareLauncher(true) : undefined;
const launchers: Record<string, Launcher | undefined> = {
  "no launcher": plainLauncher,
  bubblewrap,
  unshare: unshare?.hidesProcesses ? unshare.launcher : undefined,
};
const namespaces = ["bubblewrap", "unshare"];
// What is not the first process of its namespace cannot do more than leave its group. What is can also refuse to end with
// the launcher.
const leaving: readonly string[] = ["setsid", "setpriv", "--pdeathsig", "clear"];
const reason = "this launcher is not installed, or not allowed to make process namespaces";

// Deaf to the end of its input, as a worker is that somebody else runs.
const occupied = 'fs.writeSync(1, "up"); for (;;);';
const leavingChild = `
  require("node:child_process").spawn(process.execPath, ["-e", "for (;;);"], { detached: true, stdio: "ignore" });
  ${occupied}`;

const noneRuns = async (pids: readonly number[]): Promise<void> => {
  await expect
    .poll(async () => (await Promise.all(pids.map(isRunning))).filter(Boolean), { timeout: 5000 })
    .toEqual([]);
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-kill-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("killGroup()", () => {
  it.for(Object.keys(launchers))("ends what was started with %s", async (name, { skip }) => {
    const launcher = launchers[name];
    if (launcher === undefined) return skip(reason);
    await using native = await NativeProcess.start(occupied, launcher);
    await native.says("up");
    const all = processTree(native.process.pid ?? 0);
    killGroup(native.process);
    await native.ended;
    await noneRuns(all);
  });
});

describe("killInside()", () => {
  it.for(namespaces)("ends behind %s what has left its group, and the launcher with it", async (name, { skip }) => {
    const launcher = launchers[name];
    if (launcher === undefined) return skip(reason);
    const escaping: Launcher = (launch) => [...launcher(launch), ...(name === "unshare" ? leaving : [])];
    await using native = await NativeProcess.start(leavingChild, escaping);
    await native.says("up");
    const all = processTree(native.process.pid ?? 0);
    expect(all.length).toBeGreaterThan(2);
    killInside(native.process, "SIGKILL");
    await native.ended;
    await noneRuns(all);
  });
});

describe("a launcher", () => {
  it.for(namespaces)(
    "%s ends, with all behind it, when the process that started it is killed",
    async (name, { skip }) => {
      const launcher = launchers[name];
      if (launcher === undefined) return skip(reason);
      const launch = { directory: folder, memoryLimitBytes: 2 ** 30 };
      const module = new URL("../../../sandbox/os/spawn-worker.ts", import.meta.url).href;
      const program = `
      const { spawnNode } = await import(${JSON.stringify(module)});
      const words = ${JSON.stringify(launcher(launch))};
      spawnNode(["-e", ${JSON.stringify(occupied)}], ${JSON.stringify(launch)}, () => words).stdout.pipe(process.stdout);`;
      const starter = spawn(process.execPath, ["--input-type=module", "-e", program], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await new Promise((resolve) => starter.stdout.on("data", resolve));
      const all = processTree(starter.pid ?? 0);
      expect(all.length).toBeGreaterThan(2);
      starter.kill("SIGKILL");
      await noneRuns(all);
    },
  );
});
