import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyCheckout, installedModules as modules } from "../../fixtures/copy-checkout.ts";

const assignment = "w2-optimization";

let folder = "";
let checkout = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "worker-files-"));
  checkout = join(folder, "checkout");
  await copyCheckout(checkout);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Moves the checkout to a folder of this name, links packages to it, and checks an example there. */
async function checkIn(name: string, link: (target: string) => Promise<void>): Promise<{ code: number; text: string }> {
  const place = join(folder, name);
  await rename(checkout, place);
  checkout = place;
  const target = join(place, "node_modules");
  await rm(target, { recursive: true, force: true });
  await link(target);
  const example = join(place, "assignments", assignment, "examples", "s01-perfect-functional.ts");
  const args = [join(place, "graders", "gradecheck.js"), "check", assignment, example];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: place }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr });
    });
  });
}

const linkAll = (target: string): Promise<void> => symlink(modules, target);

/** As package managers do it that keep each version of a package once for the whole machine. */
async function linkEach(target: string): Promise<void> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith("."));
  for (const name of names) {
    const inner = name.startsWith("@") ? (await readdir(join(modules, name))).map((one) => join(name, one)) : [name];
    for (const one of inner) {
      await mkdir(dirname(join(target, one)), { recursive: true });
      await symlink(join(modules, one), join(target, one));
    }
  }
}

/** Each package linked, but what a worker reads. */
async function copyAddon(target: string): Promise<void> {
  await linkEach(target);
  for (const name of ["isolated-vm", "node-gyp-build"]) {
    await rm(join(target, name));
    await cp(join(modules, name), join(target, name), { recursive: true });
  }
}

describe("workerFiles()", () => {
  it.each([
    ["linked", linkAll],
    ["each package linked", linkEach],
    ["ünï ł, a,b 100%25 #1 it's?", linkAll],
  ])("lets workers start in a checkout called '%s'", async (name, link) => {
    expect(await checkIn(name, link)).toMatchObject({ code: 0, text: expect.stringContaining("25 of 25") });
  });

  it("says in one line that an asterisk in the path would let workers read everything", async () => {
    const { code, text } = await checkIn("a*b", copyAddon);
    const lines = text.trimEnd().split("\n");
    expect({ code, last: lines.at(-1)?.replaceAll(folder, "") }).toEqual({
      code: 2,
      last: 'gradecheck: Cannot keep submissions from files: the path "/a*b/node_modules/isolated-vm/" has an asterisk, which Node takes for any name; move the folder',
    });
    expect(lines.length).toBeLessThanOrEqual(2);
  });
});
