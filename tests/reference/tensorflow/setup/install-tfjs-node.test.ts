import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { installTfjsNode } from "../../../../reference/tensorflow/setup/install-tfjs-node.ts";
import { lineProgress } from "../../../../reference/tensorflow/setup/progress.ts";
import { tfjsNodeFolder, wantedVersion } from "../../../../reference/tensorflow/tfjs-package.ts";
import { temporaryFolder } from "../fake-package.ts";

let folder = "";
const lines: string[] = [];
const progress = lineProgress({ write: (line) => lines.push(line) });

beforeEach(async () => {
  folder = await temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
  return () => vi.unstubAllEnvs();
});

/** A program `npm` that comes before the real one. @param script For sh. */
async function layNpm(script: string): Promise<void> {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await writeFile(join(bin, "npm"), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, "npm"), 0o755);
  vi.stubEnv("PATH", `${bin}${delimiter}${process.env["PATH"]}`);
}

test("installTfjsNode() asks npm for exact versions, runs no scripts, and leaves one folder", async () => {
  await layNpm('echo "$@" > arguments');
  await installTfjsNode(progress);
  await installTfjsNode(progress);
  const manifest = JSON.parse(await readFile(join(tfjsNodeFolder(), "package.json"), "utf8")) as object;
  expect(manifest).toMatchObject({
    dependencies: { "@tensorflow/tfjs-node": "4.22.0", "node-api-headers": wantedVersion("node-api-headers") },
  });
  expect(await readFile(join(tfjsNodeFolder(), "arguments"), "utf8")).toMatch(/^install --ignore-scripts /);
  expect(await readdir(join(folder, "cache/gradecheck/tensorflow"))).toEqual(["tfjs-node-4.22.0"]);
  expect(lines[0]).toBe("Installing tfjs-node 4.22.0 from npm ...\n");
});

test("installTfjsNode() says what npm answered, and leaves nothing behind", async () => {
  const lines = [
    "code ENOTFOUND",
    "request to https://npm.test failed, reason: getaddrinfo ENOTFOUND",
    "A complete log is in x.log",
  ];
  await layNpm(`${lines.map((line) => `echo "npm error ${line}" >&2`).join("; ")}; exit 1`);
  await expect(installTfjsNode(progress)).rejects.toThrow(
    "npm install @tensorflow/tfjs-node: ended with 1: npm error request to https://npm.test failed, reason: getaddrinfo ENOTFOUND",
  );
  expect(await readdir(join(folder, "cache/gradecheck/tensorflow"))).toEqual([]);
});
