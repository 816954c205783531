import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { assignmentsFolder, courseModule } from "../../assignments/catalog/course.ts";
import { isolateFlags } from "../protocol/worker-arguments.ts";
import { sourceFile } from "../source-file.ts";

/** What the guest image is made of, and by. */
export type ImageSources = {
  /** Our modules, those of this folder included: they decide what becomes of the others. Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Versions of the packages in it, and of those that make it. */
  readonly packages: ReadonlyMap<string, string>;
};

const room = new URL("../", import.meta.url);
const assignments = new URL("../assignments/", room);
const root = fileURLToPath(new URL("../", room));

/** Packages of which we depend on the version, and others that come with them. */
const direct = [
  "@tensorflow/tfjs-core",
  "@tensorflow/tfjs-data",
  "@tensorflow/tfjs-layers",
  "@tensorflow/tfjs-backend-cpu",
  "esbuild",
  "isolated-vm",
] as const;
const indirect = [
  ["@tensorflow/tfjs-core", "long"],
  ["@tensorflow/tfjs-backend-cpu", "seedrandom"],
] as const;

/** Finds everything that the guest image depends on, but for Node and its flags. */
export async function imageSources(): Promise<ImageSources> {
  const folders = [
    new URL("guest/", room),
    new URL("guest/console/", room),
    new URL("guest/globals/", room),
    new URL("guest/intrinsics/", room),
    new URL("guest/tensors/", room),
    new URL("image/", room),
    new URL("protocol/", room),
    assignments,
    new URL("values/", assignments),
  ];
  const contracts = (await contractFiles()).map(({ file }) => file);
  const files = [...(await Promise.all(folders.map(modulesIn))).flat(), ...contracts].sort();
  const entries = [
    ...direct.map((name) => [name, fileURLToPath(import.meta.resolve(name))] as const),
    ...indirect.map(([by, name]) => [name, createRequire(import.meta.resolve(by)).resolve(name)] as const),
  ];
  const versions = entries.map(async ([name, entry]) => [name, await packageVersion(name, entry)] as const);
  return { files, packages: new Map(await Promise.all(versions)) };
}

/**
 * The name of the guest image in a cache: changes whenever its code or its snapshot would, with sources, packages, V8 and its
 * flags.
 * @returns SHA-256, hexadecimal.
 */
export async function imageKey(): Promise<string> {
  const { files, packages } = await imageSources();
  return hashOf([process.versions.v8, process.arch, ...isolateFlags, ...[...packages].flat()], files);
}

/**
 * The name of a worker's script in a cache.
 * @returns SHA-256, hexadecimal.
 */
export async function workerKey(): Promise<string> {
  const folders = await Promise.all([new URL("worker/", room), new URL("protocol/", room)].map(modulesIn));
  const files = [...folders.flat(), sourceFile("image/worker-script", room)].sort();
  return hashOf(["esbuild", await packageVersion("esbuild", fileURLToPath(import.meta.resolve("esbuild")))], files);
}

/** Over what something is made by, and the names and contents of the files that it is made of. */
async function hashOf(made: readonly string[], files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const digest = createHash("sha256");
  for (const part of [...made, ...files.flatMap((file, i) => [relative(root, file), contents[i] ?? ""])]) {
    digest.update(`${part.length}:`).update(part);
  }
  return digest.digest("hex");
}

async function modulesIn(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name))
    .map((entry) => fileURLToPath(new URL(entry.name, folder)));
}

async function packageVersion(name: string, entry: string): Promise<string> {
  const manifest = entry.replaceAll("\\", "/").replace(new RegExp(`(/node_modules/${name}/).*$`), "$1package.json");
  return (JSON.parse(await readFile(manifest, "utf8")) as { version: string }).version;
}

/** The contract module of every assignment of the course that has one, sorted by id. */
export async function contractFiles(): Promise<{ readonly id: string; readonly file: string }[]> {
  const assignments = assignmentsFolder();
  const entries = await readdir(assignments, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name, file: courseModule(join(assignments, name, "contract")) }))
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
