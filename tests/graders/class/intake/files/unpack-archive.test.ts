import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unpackArchive } from "../../../../../graders/class/intake/files/unpack-archive.ts";
import { studentLimits, type UnpackLimits } from "../../../../../graders/class/intake/files/unpack-limits.ts";
import { tar, zip } from "../../../../fixtures/archives.ts";
import { temporaryClass } from "../../../../fixtures/temporary-class.ts";

/** Unpacks bytes beside a file that must stay as it is. */
async function unpack(bytes: Uint8Array, limits: Partial<UnpackLimits> = {}) {
  const made = await temporaryClass({ archive: bytes, "out/in/.keep": "", "secret.ts": "untouched" });
  const folder = join(made.path, "out/in");
  const refused = await unpackArchive(join(made.path, "archive"), folder, { ...studentLimits, ...limits }).catch(
    async (error: unknown) => {
      await made[Symbol.asyncDispose]();
      throw error;
    },
  );
  const files = (await readdir(made.path, { recursive: true })).sort();
  const inside = (await readdir(folder, { recursive: true })).filter((name) => name !== ".keep").sort();
  const outside = files.filter((file) => !file.startsWith(join("out", "in", "/")));
  expect(outside).toEqual(["archive", "out", join("out", "in"), "secret.ts"]);
  expect(await readFile(join(made.path, "secret.ts"), "utf8")).toBe("untouched");
  return { made, folder, inside, refused };
}

const reasonOf = (bytes: Uint8Array, limits: Partial<UnpackLimits> = {}): Promise<string> =>
  unpack(bytes, limits).then(
    ({ made }) => made[Symbol.asyncDispose]().then(() => "unpacked"),
    (error: Error) => `${error.name}: ${error.message}`,
  );

const slips = [
  ["../secret.ts", "its path leads out of the archive"],
  ["a/../../../secret.ts", "its path leads out of the archive"],
  ["/etc/owned", "its path is absolute"],
  ["//host/owned", "its path is absolute"],
  ["C:/owned", "its path has a drive letter"],
  ["..\\secret.ts", "its path has a backslash"],
  ["\\\\host\\owned", "its path has a backslash"],
  [`${"d/".repeat(40)}deep.ts`, "its path is too deep"],
  [`${"n".repeat(300)}.ts`, "its name is too long"],
  [`${"p".repeat(200)}/`.repeat(6), "its path is too long"],
] as const;

test("unpackArchive() refuses every path that leads out of a zip archive, and keeps the rest", async () => {
  const entries = [...slips.map(([name]) => ({ name, data: "owned" })), { name: "good.ts", data: "good" }];
  const { inside, refused, folder, made } = await unpack(zip(entries));
  await using _ = made;
  expect(inside).toEqual(["good.ts"]);
  expect(await readFile(join(folder, "good.ts"), "utf8")).toBe("good");
  expect(refused).toEqual(slips.map(([path, reason]) => ({ path, reason })));
});

test("unpackArchive() refuses every path that leads out of a tar archive, and keeps the rest", async () => {
  const entries = [...slips.map(([name]) => ({ name, data: "owned" })), { name: "good.ts", data: "good" }];
  const { inside, refused, made } = await unpack(await tar(entries));
  await using _ = made;
  expect(inside).toEqual(["good.ts"]);
  expect(refused.map(({ reason }) => reason)).toEqual(slips.map(([, reason]) => reason));
});

test("unpackArchive() makes no link and no device", async () => {
  const fromTar = await unpack(
    await tar([
      { name: "soft.ts", type: "symlink", linkname: "../../secret.ts" },
      { name: "hard.ts", type: "link", linkname: "../../secret.ts" },
      { name: "out", type: "symlink", linkname: "../.." },
      { name: "out/secret.ts", data: "owned" },
      { name: "pipe.ts", type: "fifo" },
      { name: "zero.ts", type: "character-device", devmajor: 1, devminor: 5 },
    ]),
  );
  await using _tar = fromTar.made;
  expect(fromTar.inside).toEqual(["out", "out/secret.ts"]);
  expect(fromTar.refused.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
    "soft.ts: it is a symbolic link",
    "hard.ts: it is a hard link",
    "out: it is a symbolic link",
    "pipe.ts: it is neither a file nor a folder",
    "zero.ts: it is neither a file nor a folder",
  ]);
  const fromZip = await unpack(
    zip([
      { name: "soft.ts", data: "../../secret.ts", mode: 0o120777 },
      { name: "pipe.ts", mode: 0o010644 },
    ]),
  );
  await using _zip = fromZip.made;
  expect(fromZip.inside).toEqual([]);
  expect(fromZip.refused.map(({ reason }) => reason)).toEqual([
    "it is a symbolic link",
    "it is neither a file nor a folder",
  ]);
});

test("unpackArchive() refuses a file beyond its limit, and continues after it", async () => {
  const entries = [
    { name: "large.ts", data: "x".repeat(300_000) },
    { name: "small.ts", data: "1" },
  ];
  for (const bytes of [zip(entries), await tar(entries)]) {
    const { inside, refused, made } = await unpack(bytes, { fileBytes: 1000 });
    await using _ = made;
    expect(inside).toEqual(["small.ts"]);
    expect(refused).toEqual([{ path: "large.ts", reason: "it is larger than 1000 bytes" }]);
  }
});

test("unpackArchive() stops a bomb by its ratio, its bytes and its entries", async () => {
  const zeros = Buffer.alloc(20_000_000);
  const many = Array.from({ length: 30 }, (_, i) => ({ name: `${i}.ts`, data: "1" }));
  const tall = { fileBytes: 1e9 };
  for (const make of [zip, tar]) {
    const bomb = await make([{ name: "zeros.ts", data: zeros }]);
    expect(await reasonOf(bomb, tall)).toMatch(/^ArchiveError: it unpacks to more than 200 times its size/);
    expect(await reasonOf(bomb, { ...tall, totalBytes: 1_000_000 })).toBe(
      "ArchiveError: it unpacks to more than 1000000 bytes",
    );
    for (const limits of [{ entries: 10 }, { listed: 10 }]) {
      expect(await reasonOf(await make(many), limits)).toBe("ArchiveError: it has more than 10 files and folders");
    }
  }
});

test("unpackArchive() is not misled by the size that a zip archive declares", async () => {
  const { inside, refused, made } = await unpack(
    zip([
      { name: "lies.ts", data: "x".repeat(5000), declaredSize: 10 },
      { name: "bad-sum.ts", data: "abc", crc32: 1 },
      { name: "good.ts", data: "good" },
    ]),
  );
  await using _ = made;
  expect(inside).toEqual(["good.ts"]);
  expect(refused).toEqual([
    { path: "lies.ts", reason: "it is damaged" },
    { path: "bad-sum.ts", reason: "it is damaged" },
  ]);
});

test("unpackArchive() keeps the first of two entries of one name, and never replaces a folder by a file", async () => {
  const entries = [
    { name: "a.ts", data: "first" },
    { name: "a.ts", data: "second" },
    { name: "./a.ts", data: "third" },
    { name: "a.ts/b.ts", data: "below a file" },
  ];
  for (const bytes of [zip(entries), await tar(entries)]) {
    const { folder, inside, refused, made } = await unpack(bytes);
    await using _ = made;
    expect(inside).toEqual(["a.ts"]);
    expect(await readFile(join(folder, "a.ts"), "utf8")).toBe("first");
    expect(refused.map(({ reason }) => reason)).toEqual([
      "the archive has another entry with this name",
      "the archive has another entry with this name",
      expect.stringMatching(/^the archive has (a file in place of its folder|another entry with this name)/),
    ]);
  }
});

test("unpackArchive() says in one clause why it cannot read an archive", async () => {
  const good = zip([{ name: "a.ts", data: "1".repeat(5000), stored: true }]);
  const tarred = await tar([{ name: "a.ts", data: "1".repeat(5000) }]);
  const plain = await tar([{ name: "a.ts", data: "1".repeat(5000) }], { gzip: false });
  const damaged = "ArchiveError: it is damaged or incomplete; download or pack it again";
  expect(await reasonOf(Buffer.alloc(0))).toBe("ArchiveError: it is empty");
  expect(await reasonOf(Buffer.from("Rar!\x1a\x07\x00"))).toBe(
    "ArchiveError: it is not a zip or tar archive, despite its name",
  );
  expect(await reasonOf(zip([{ name: "a.ts", data: "1", flags: 1 }]))).toBe(
    "ArchiveError: it is encrypted; unpack it with its password first",
  );
  for (const cut of [good.subarray(0, good.length / 2), good.subarray(0, -1), tarred.subarray(0, -12)]) {
    expect(await reasonOf(cut)).toBe(damaged);
  }
  expect(await reasonOf(plain.subarray(0, 2000))).toBe(damaged);
  expect(await reasonOf(gzipSync("no tar at all".repeat(100)))).toBe(damaged);
  const flipped = Buffer.from(tarred);
  flipped.fill(0xff, 20, 40);
  expect(await reasonOf(flipped)).toBe(damaged);
});

test("unpackArchive() fails only with its own error, whichever bytes of an archive are broken", async () => {
  const entries = [
    { name: "one/submission.ts", data: "export const one = 1;\n".repeat(20) },
    { name: "two.ts", data: "2" },
  ];
  const archives = [zip(entries), await tar(entries), await tar(entries, { gzip: false })];
  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...archives), flips, async (archive, changes) => {
      const bytes = Buffer.from(archive);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      expect(await reasonOf(bytes)).toMatch(/^(unpacked$|ArchiveError: )/);
    }),
    { numRuns: 150 },
  );
});

test("unpackArchive() keeps the time of an entry, and 1970 where it is unknown", async () => {
  const time = new Date(2026, 0, 15, 13, 30, 20);
  const unknown = new Date(0);
  const entries = [
    { name: "timed.ts", data: "1", time, mtime: time },
    { name: "untimed.ts", data: "1", time: new Date(1980, 0, 1), mtime: unknown },
  ];
  for (const make of [zip, tar]) {
    const { folder, made } = await unpack(await make(entries));
    await using _ = made;
    expect((await stat(join(folder, "timed.ts"))).mtime).toEqual(time);
    expect((await stat(join(folder, "untimed.ts"))).mtime).toEqual(unknown);
  }
});

test("unpackArchive() reads names in UTF-8, marked or not, and any other character a file system takes", async () => {
  const names = ["übung-作業-😀.ts", "two\nlines\u001b[31m.ts", "<img src=x>&\"'.ts", "--json.ts", " .ts"];
  for (const flags of [0x800, 0]) {
    const { inside, refused, made } = await unpack(zip(names.map((name) => ({ name, data: "1", flags }))));
    await using _ = made;
    expect(inside).toEqual([...names].sort());
    expect(refused).toEqual([]);
  }
});

test("unpackArchive() lists the first refusals and counts the others", async () => {
  const { refused, made } = await unpack(zip(Array.from({ length: 50 }, (_, i) => ({ name: `../${i}.ts` }))));
  await using _ = made;
  expect(refused).toHaveLength(21);
  expect(refused.at(-1)).toEqual({ path: "", reason: "and 30 more entries" });
});
