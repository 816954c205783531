import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { loadWorkerScript } from "../../../sandbox/image/worker-script.ts";

const room = new URL("../../../sandbox/", import.meta.url);

describe("loadWorkerScript()", () => {
  it("gives one script that asks for nothing but Node and isolated-vm, and has no path of this machine in it", async () => {
    const script = await loadWorkerScript({ cacheDirectory: userDirectory("cache", process.env) });
    const asked = [...script.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what = ""]) => what);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((what) => !what.startsWith('"node:'))).toEqual([]);
    expect(script).not.toMatch(/\bimport\b[^_]/);
    expect(script).not.toContain(fileURLToPath(room));
  });

  it("is made of the two folders that its key covers", async () => {
    const imported: string[] = [];
    for (const folder of ["worker/", "protocol/"]) {
      for (const name of await readdir(new URL(folder, room))) {
        const source = await readFile(new URL(folder + name, room), "utf8");
        const paths = [...source.matchAll(/^(?:import|export) (?!type ).*?from "(\..*?)";$/gms)].map(
          ([, path = ""]) => path,
        );
        imported.push(...paths.map((path) => new URL(path, new URL(folder, room)).href.slice(room.href.length)));
      }
    }
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((path) => !/^(worker|protocol)\/[a-z-]+\.ts$/.test(path))).toEqual([]);
  });
});
