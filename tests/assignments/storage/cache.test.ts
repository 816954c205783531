import { createHash } from "node:crypto";
import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { openCache, pruneFolder } from "../../../assignments/storage/cache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);

describe("openCache()", () => {
  test("openCache() gives back what was written, and nothing under another key", async () => {
    const cache = openCache("oracle", folder);
    expect(await cache.write("abc1", bytes)).toBe(true);
    expect(Uint8Array.from((await cache.read("abc1")) ?? [])).toEqual(bytes);
    expect(await cache.read("abc2")).toBeUndefined();
    expect(cache.fileFor("abc1")).toBe(join(folder, "oracle", "abc1"));
    expect(await openCache("snapshot", folder).read("abc1")).toBeUndefined();
  });

  test("openCache() keeps an empty payload apart from no file", async () => {
    const cache = openCache("oracle", folder);
    expect(await cache.write("00", new Uint8Array())).toBe(true);
    expect(await cache.read("00")).toHaveLength(0);
  });

  test("openCache() overwrites, and leaves no temporary file behind", async () => {
    const cache = openCache("oracle", folder);
    await cache.write("00", bytes);
    await cache.write("00", bytes.subarray(1));
    expect(await cache.read("00")).toHaveLength(bytes.length - 1);
    expect(await readdir(cache.directory)).toEqual(["00"]);
  });

  test.each([
    ["cut short", (file: Uint8Array) => file.subarray(0, -1)],
    ["one bit of the payload changed", (file: Uint8Array) => file.with(40, (file[40] ?? 0) ^ 1)],
    ["one bit of the digest changed", (file: Uint8Array) => file.with(0, (file[0] ?? 0) ^ 1)],
    ["shorter than the digest", (file: Uint8Array) => file.subarray(0, 7)],
    ["emptied", () => new Uint8Array()],
  ])("openCache() deletes a file that was %s and finds nothing", async (_, damage) => {
    const cache = openCache("oracle", folder);
    await cache.write("00", bytes);
    await writeFile(cache.fileFor("00"), damage(Uint8Array.from(await readFile(cache.fileFor("00")))));
    expect(await cache.read("00")).toBeUndefined();
    expect(await readdir(cache.directory)).toEqual([]);
  });

  test("openCache() never shows half a file to a run that reads while others write", async () => {
    const cache = openCache("oracle", folder);
    const large = new Uint8Array(2_000_000).fill(7);
    const reads = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        if (i % 3 === 0) await cache.write("00", large);
        return cache.read("00");
      }),
    );
    for (const read of reads) expect(read?.length ?? large.length).toBe(large.length);
    // A half-written file would have been taken for damaged and deleted.
    expect(await cache.read("00")).toHaveLength(large.length);
  });

  test("openCache() goes on without where the folder cannot be written", async () => {
    await writeFile(join(folder, "file"), "");
    const cache = openCache("oracle", join(folder, "file"));
    expect(await cache.write("00", bytes)).toBe(false);
    expect(await cache.read("00")).toBeUndefined();
  });

  test("openCache() refuses names and keys that could leave its folder", async () => {
    expect(() => openCache("../x", folder)).toThrow('name is "../x"');
    expect(() => openCache("x", folder).fileFor("../00")).toThrow('key is "../00", must be hexadecimal');
    await expect(openCache("x", folder).write("", bytes)).rejects.toThrow(TypeError);
  });
});

describe("openCache() with a key", () => {
  const key = Buffer.from("of the course");

  test("openCache() with a key gives back what was written under it, and nothing that was written under another or none", async () => {
    const cache = openCache("oracle", folder, { key });
    await openCache("oracle", folder).write("00", bytes);
    await openCache("oracle", folder, { key: Buffer.from("of another") }).write("00", bytes);
    expect(await cache.read("00")).toBeUndefined();
    await cache.write("00", bytes.subarray(1));
    expect(await cache.read("00")).toHaveLength(bytes.length - 1);
    expect(await openCache("oracle", folder).read("00")).toHaveLength(bytes.length);
  });

  test.each<[string, (file: (name: string, cacheKey: string) => string) => Promise<void>]>([
    ["sealed by who has no key", (file) => writeFile(file("oracle", "00"), sealedWithoutKey(bytes))],
    ["copied over another", (file) => copyFile(file("oracle", "01"), file("oracle", "00"))],
    ["of another cache", (file) => copyFile(file("other", "00"), file("oracle", "00"))],
    ["damaged", async (file) => appendFile(file("oracle", "00"), "x")],
  ])("openCache() with a key does not believe a file that is %s, says so, and deletes it", async (_, tamper) => {
    const told: string[] = [];
    const open = (name: string) => openCache(name, folder, { key, onDisbelieved: (file) => told.push(file) });
    for (const name of ["oracle", "other"])
      for (const cacheKey of ["00", "01"]) await open(name).write(cacheKey, bytes);
    const file = open("oracle").fileFor("00");
    await tamper((name, cacheKey) => open(name).fileFor(cacheKey));
    expect(await open("oracle").read("00")).toBeUndefined();
    expect(await open("oracle").read("00")).toBeUndefined();
    expect(told).toEqual([file]);
    expect(await open("oracle").read("01")).toHaveLength(bytes.length);
  });
});

const sealedWithoutKey = (payload: Uint8Array): Uint8Array =>
  Buffer.concat([createHash("sha256").update(payload).digest(), payload]);

describe("pruneFolder()", () => {
  beforeEach(async () => {
    for (const [age, name] of ["new", "middle", "old"].entries()) {
      await writeFile(join(folder, name), "x".repeat(10));
      await utimes(join(folder, name), 1000 - age, 1000 - age);
    }
    await mkdir(join(folder, "subfolder"));
  });

  it.each([
    [30, ["middle", "new", "old", "subfolder"]],
    [29, ["middle", "new", "subfolder"]],
    [10, ["new", "subfolder"]],
    [0, ["subfolder"]],
  ])("leaves the newest files that fit into %i bytes, and no other", async (limit, left) => {
    await pruneFolder(folder, limit);
    expect((await readdir(folder)).sort()).toEqual(left);
  });

  it("leaves what is being written, and no other file of that kind", async () => {
    for (const name of ["a.tmp", "b.tmp"]) await writeFile(join(folder, name), "x");
    await utimes(join(folder, "b.tmp"), 1, 1);
    await pruneFolder(folder, 0);
    expect((await readdir(folder)).sort()).toEqual(["a.tmp", "subfolder"]);
  });

  it("does nothing about a folder that is not there", async () => {
    await expect(pruneFolder(join(folder, "nothing"), 1)).resolves.toBeUndefined();
  });
});
