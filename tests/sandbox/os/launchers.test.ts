import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { noPlaces } from "../../../sandbox/bundle/source-places.ts";
import { bubblewrapLauncher, memoryLauncher, plainLauncher, unshareLauncher } from "../../../sandbox/os/launchers.ts";
import { workerFiles } from "../../../sandbox/os/worker-files.ts";
import { SubmissionJob } from "../../../sandbox/pool/submission-job.ts";
import { evaluateNatively, NativeProcess } from "../pool/native-process.ts";
import { reach } from "../pool/reach.ts";

const bubblewrap = process.platform === "linux" ? await bubblewrapLauncher() : undefined;
const noBubblewrap = "bubblewrap is not installed, or not allowed to make namespaces";

const everyFile = `(function walk(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(({ name, parentPath, ...entry }) => {
    const path = parentPath.replace(/\\/$/, "") + "/" + name;
    return fs.lstatSync(path).isDirectory() ? walk(path) : [path];
  });
})("/")`;

describe("bubblewrapLauncher()", () => {
  it("leaves native code no file but Node, its libraries and the worker's own", async ({ skip }) => {
    if (bubblewrap === undefined) return skip(noBubblewrap);
    const files = (await evaluateNatively(everyFile, bubblewrap)) as string[];
    expect(files).toContain(process.execPath);
    const own = [process.execPath, ...workerFiles()];
    const isOwn = (path: string): boolean =>
      own.some((one) => path === one || (one.endsWith("/") && path.startsWith(one)));
    const others = files.filter((path) => !isOwn(path));
    expect(others.filter((path) => !/^\/(usr\/)?lib\d*\/.*\.so[.\d]*$/.test(path))).toEqual([]);
    expect(others.length).toBeLessThan(20);
  });

  it("lets native code write nowhere", async ({ skip }) => {
    if (bubblewrap === undefined) return skip(noBubblewrap);
    const places = ["/left-behind", "left-behind", `${dirname(process.execPath)}/left-behind`];
    const attempt = `${JSON.stringify(places)}.map((path) => {
      try { fs.writeFileSync(path, ""); return "written"; } catch (error) { return error.code; }
    })`;
    expect(await evaluateNatively(attempt, bubblewrap)).toEqual(["EROFS", "EROFS", "EROFS"]);
    expect(await readdir(dirname(process.execPath))).not.toContain("left-behind");
  });

  it("lets native code neither see nor signal a process, nor use the network", async ({ skip }) => {
    if (bubblewrap === undefined) return skip(noBubblewrap);
    expect(await reach(bubblewrap)).toEqual({
      processes: [],
      signal: "ESRCH",
      connection: expect.stringMatching(/^E(NETUNREACH|CONNREFUSED)$/),
      capabilities: "",
    });
  });
});

const noUnshare = "unshare is not installed, or not allowed to make namespaces";
const isLinux = process.platform === "linux";

describe("unshareLauncher()", () => {
  it("lets native code neither signal a process nor use the network", async ({ skip }) => {
    const unshare = isLinux ? await unshareLauncher(true) : undefined;
    if (unshare === undefined) return skip(noUnshare);
    if (!unshare.hidesProcesses) return skip("unshare is not allowed to make process namespaces");
    const { signal, connection, capabilities } = await reach(unshare.launcher);
    expect({ signal, capabilities }).toEqual({ signal: "ESRCH", capabilities: "0000000000000000" });
    expect(connection).toMatch(/^E(NETUNREACH|CONNREFUSED)$/);
  });

  it("makes no process namespace where the processes in it could not be watched", async ({ skip }) => {
    const unshare = isLinux ? await unshareLauncher(false) : undefined;
    if (unshare === undefined) return skip(noUnshare);
    expect(unshare.hidesProcesses).toBe(false);
    expect(await reach(unshare.launcher)).toMatchObject({ signal: "sent", connection: "ENETUNREACH" });
  });

  it("is needed: without it native code can do both", async () => {
    expect(await reach(plainLauncher)).toMatchObject({ signal: "sent", connection: "connected" });
  });
});

const memory = process.platform === "linux" ? await memoryLauncher() : undefined;
const noPrlimit = "prlimit is not installed";
const gibibyte = 2 ** 30;

// Allocates without touching, up to 16 GiB: the test must not be what it is about.
const hoard = `
  const held = [];
  try { while (held.length < 128) held.push(new ArrayBuffer(2 ** 27)); } catch {}
  console.log(held.length);`;

const hoarded = async (memoryLimitBytes: number): Promise<number> => {
  if (memory === undefined) return 0;
  await using native = await NativeProcess.start(hoard, memory, memoryLimitBytes);
  return (Number((await native.ended).output) * 2 ** 27) / gibibyte;
};

describe("memoryLauncher()", () => {
  it("lets native code allocate no more than its limit and 2 GiB", async ({ skip }) => {
    if (memory === undefined) return skip(noPrlimit);
    const [one, two] = [await hoarded(gibibyte), await hoarded(2 * gibibyte)];
    expect(one).toBeGreaterThan(1);
    expect(one).toBeLessThanOrEqual(3);
    expect(two - one).toBeCloseTo(1);
  });

  it("makes a worker die in a way that is booked as memory", async ({ skip }) => {
    if (memory === undefined) return skip(noPrlimit);
    // Below what is set aside for the code of an isolate.
    await using native = await NativeProcess.start("", memory, -1.7 * gibibyte);
    const { code, errors } = await native.ended;
    expect(code).not.toBe(0);
    const exercise = { exercise: "f", parameters: [], mutates: [], repeat: true, caseTimeMs: 100 };
    const job = new SubmissionJob(
      { name: "s", sha256: "", code: "", places: noPlaces, definitions: { names: [] } },
      [{ ...exercise, caseIds: ["visible-1"], visibleCases: 1 }],
      { submissionTimeMs: 1000, memoryMb: 64, consoleBytes: 1000 },
    );
    job.irregular = true;
    job.workerEnded({ by: "crashed", stderr: errors });
    expect(job.result).toMatchObject({ failure: { message: expect.stringContaining("runs out of memory") } });
  });
});
