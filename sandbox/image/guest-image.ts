import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type FileCache, openCache } from "../../assignments/cache.ts";
import { sourceFile } from "../source-file.ts";
import { bundleGuest } from "./bundle-guest.ts";
import { contractFiles } from "./contract-files.ts";
import { isolateFlags } from "./worker-flags.ts";

/** What isolates start from. */
export type GuestImage = {
  /** The guest as one script. */
  readonly code: Uint8Array;
  /** The same, already run and frozen; empty where isolates have to run the script themselves. */
  readonly snapshot: Uint8Array;
};

const room = new URL("../", import.meta.url);

/**
 * The guest image, built once per version of its sources and of V8 and then taken from the cache.
 * @param options.snapshot False for isolates that run the script themselves: slower, same results.
 */
export async function loadGuestImage(options: {
  readonly cacheDirectory: string;
  readonly snapshot?: boolean;
}): Promise<GuestImage> {
  const key = await imageKey();
  const cache = openCache("guest", options.cacheDirectory);
  const code = await cached(cache, hash(key, "code"), async () => Buffer.from(await bundleGuest(), "utf8"));
  if (options.snapshot === false) return { code, snapshot: new Uint8Array() };
  return { code, snapshot: await cached(cache, hash(key, "snapshot"), () => makeSnapshot(code)) };
}

async function cached(cache: FileCache, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const found = await cache.read(key);
  if (found !== undefined) return found;
  const made = await make();
  await cache.write(key, made);
  return made;
}

/** Changes whenever the code or the snapshot would: sources, packages, V8 and its flags. */
async function imageKey(): Promise<string> {
  const folders = [new URL("./guest/", room), room, new URL("../assignments/", room)];
  const contracts = (await contractFiles()).map(({ file }) => file);
  const files = [...(await Promise.all(folders.map(modulesIn))).flat(), ...contracts].sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const versions = [
    "@tensorflow/tfjs-core",
    "@tensorflow/tfjs-layers",
    "@tensorflow/tfjs-backend-cpu",
    "esbuild",
    "isolated-vm",
  ];
  return hash(
    process.versions.v8,
    process.arch,
    isolateFlags.join(" "),
    ...(await Promise.all(versions.map(packageVersion))),
    ...contents,
  );
}

async function modulesIn(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => fileURLToPath(new URL(entry.name, folder)));
}

async function packageVersion(name: string): Promise<string> {
  const manifest = import.meta.resolve(name).replace(new RegExp(`(/node_modules/${name}/).*$`), "$1package.json");
  return (JSON.parse(await readFile(fileURLToPath(manifest), "utf8")) as { version: string }).version;
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(`${part.length}:`).update(part);
  return digest.digest("hex");
}

function makeSnapshot(code: Uint8Array): Promise<Uint8Array> {
  const script = sourceFile("image/make-snapshot", room);
  const child = spawn(process.execPath, [...isolateFlags, script], { stdio: ["pipe", "pipe", "pipe"], env: {} });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(code);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => {
      if (exit === 0) resolve(Buffer.concat(output));
      else
        reject(new Error(`Cannot make the startup snapshot: exit ${exit}\n${Buffer.concat(errors).toString("utf8")}`));
    });
  });
}
