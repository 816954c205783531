import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { bubblewrapLauncher } from "../../../sandbox/os/bubblewrap-launcher.ts";
import { workerFiles } from "../../../sandbox/os/worker-files.ts";
import { evaluateNatively } from "../pool/native-process.ts";
import { reach } from "../pool/reach.ts";

const launcher = process.platform === "linux" ? await bubblewrapLauncher() : undefined;
const reason = "bubblewrap is not installed, or not allowed to make namespaces";

const everyFile = `(function walk(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(({ name, parentPath, ...entry }) => {
    const path = parentPath.replace(/\\/$/, "") + "/" + name;
    return fs.lstatSync(path).isDirectory() ? walk(path) : [path];
  });
})("/")`;

describe("bubblewrapLauncher()", () => {
  it("leaves native code no file but Node, its libraries and the worker's own", async ({ skip }) => {
    if (launcher === undefined) return skip(reason);
    const files = (await evaluateNatively(everyFile, launcher)) as string[];
    expect(files).toContain(process.execPath);
    const own = [process.execPath, ...workerFiles()];
    const isOwn = (path: string): boolean =>
      own.some((one) => path === one || (one.endsWith("/") && path.startsWith(one)));
    const others = files.filter((path) => !isOwn(path));
    expect(others.filter((path) => !/^\/(usr\/)?lib\d*\/.*\.so[.\d]*$/.test(path))).toEqual([]);
    expect(others.length).toBeLessThan(20);
  });

  it("lets native code write nowhere", async ({ skip }) => {
    if (launcher === undefined) return skip(reason);
    const places = ["/left-behind", "left-behind", `${dirname(process.execPath)}/left-behind`];
    const attempt = `${JSON.stringify(places)}.map((path) => {
      try { fs.writeFileSync(path, ""); return "written"; } catch (error) { return error.code; }
    })`;
    expect(await evaluateNatively(attempt, launcher)).toEqual(["EROFS", "EROFS", "EROFS"]);
    expect(await readdir(dirname(process.execPath))).not.toContain("left-behind");
  });

  it("lets native code neither see nor signal a process, nor use the network", async ({ skip }) => {
    if (launcher === undefined) return skip(reason);
    expect(await reach(launcher)).toEqual({
      processes: [],
      signal: "ESRCH",
      connection: expect.stringMatching(/^E(NETUNREACH|CONNREFUSED)$/),
      capabilities: "",
    });
  });
});
