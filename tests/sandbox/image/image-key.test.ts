import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleGuest } from "../../../sandbox/image/bundle-guest.ts";
import { imageSources } from "../../../sandbox/image/image-key.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Appends to one file after the other, and prints the key at the start and after each. */
const trial = `
  const [key, ...files] = process.argv.slice(1);
  const { appendFile } = await import("node:fs/promises");
  const { imageKey } = await import(key);
  const keys = [await imageKey()];
  for (const file of files) {
    await appendFile(file, "\\n");
    keys.push(await imageKey());
  }
  console.log(JSON.stringify(keys));`;

describe("imageSources()", () => {
  it("names every file and every package that is in the guest", async () => {
    const modules = (await bundleGuest()).modules.filter((path) => !/^[a-z-]+:/.test(path));
    const own = modules.filter((path) => !path.startsWith("node_modules/"));
    const foreign = modules.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
    expect(own.length).toBeGreaterThan(20);
    const { files, packages } = await imageSources();
    const known = new Set(files.map((file) => relative(root, file)));
    expect(own.filter((path) => !known.has(path))).toEqual([]);
    expect([...new Set(foreign)].filter((name) => name !== undefined && !packages.has(name))).toEqual([]);
  });

  it("names every module that makes the image", async () => {
    const { files } = await imageSources();
    const makers = await readdir(new URL("../../../sandbox/image/", import.meta.url));
    expect(files.filter((file) => file.includes("/sandbox/image/")).map((file) => basename(file))).toEqual(
      makers.sort(),
    );
  });
});

describe("imageKey()", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
    for (const room of ["sandbox", "assignments"]) await cp(join(root, room), join(folder, room), { recursive: true });
    await cp(join(root, "package.json"), join(folder, "package.json"));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** How many keys there are while these files change one by one. */
  async function keysOver(files: readonly string[]): Promise<number> {
    const args = [join(folder, "sandbox/image/image-key.ts"), ...files.map((file) => join(folder, file))];
    const node = ["--input-type=module", "-e", trial, ...args];
    const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: folder });
    return new Set(JSON.parse(stdout) as string[]).size;
  }

  it("changes with the harness, with what makes the image of it, and with every module that is provided", async () => {
    const files = [
      "sandbox/guest/harness.ts",
      "sandbox/image/bundle-guest.ts",
      "sandbox/image/make-snapshot.ts",
      "sandbox/protocol/worker-arguments.ts",
      "sandbox/protocol/reply-format.ts",
      "assignments/values/decode-value.ts",
      "assignments/w2-optimization/contract.ts",
    ];
    expect(await keysOver(files)).toBe(files.length + 1);
  });

  it("stays what it is where something else changes", async () => {
    expect(await keysOver(["assignments/w2-optimization/README.md", "sandbox/pool/sandbox.ts"])).toBe(1);
  });
});
