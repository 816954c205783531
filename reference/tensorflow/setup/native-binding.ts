import { mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindingPath } from "../tfjs-package.ts";
import type { Progress } from "./progress.ts";
import { runCommand } from "./run-command.ts";

/** What the native binding is compiled from. */
export type BindingSources = {
  /** Build directory; the libraries lie in its `deps/lib`, the binding goes to its `lib`. */
  readonly into: string;
  /** Directory of the installed tfjs-node package, which holds the binding's sources. */
  readonly packageDirectory: string;
  /** Directory with TensorFlow's headers. */
  readonly include: string;
  /** File names of the shared libraries. */
  readonly libraries: readonly string[];
};

const usualMs = 10_000;

/**
 * Compiles the native binding of tfjs-node with `g++`.
 * @throws Error with the compiler's message.
 */
export async function compileBinding(sources: BindingSources, progress: Progress): Promise<void> {
  progress.phase("Compiling the binding of tfjs-node", 0.3);
  const binding = join(sources.packageDirectory, "binding");
  const files = (await readdir(binding)).filter((name) => name.endsWith(".cc")).map((name) => join(binding, name));
  // They lie beside tfjs-node, wherever that is.
  const fromTfjsNode = createRequire(join(sources.packageDirectory, "package.json"));
  const nodeApi = join(dirname(fromTfjsNode.resolve("node-api-headers")), "include");
  await mkdir(dirname(bindingPath(sources.into)), { recursive: true });
  const args = [
    ...["-O2", "-std=c++17", "-shared", "-fPIC", "-DNAPI_VERSION=8"],
    ...["-I", binding, "-I", sources.include, "-I", nodeApi],
    ...files,
    ...["-o", bindingPath(sources.into), "-L", join(sources.into, "deps", "lib")],
    ...sources.libraries.map((library) => `-l:${library}`),
    "-Wl,-rpath,$ORIGIN/../../deps/lib",
  ];
  const result = await runCommand("g++", args, {
    idleMs: 300_000,
    // A compiler does not say how far it is: the bar slows down towards the end instead.
    onProgress: (_, elapsedMs) => progress.advance(1 - Math.exp(-elapsedMs / usualMs)),
  });
  if (!result.ok) throw new Error(`g++: ${result.reason}`);
}

/**
 * Loads a native binding in a process of its own and lets it multiply two matrices: a binding that cannot be loaded
 * may take its process with it.
 * @param root Directory with `lib` and `deps`.
 * @returns Version that the native library gives itself.
 * @throws Error that says why it cannot be used.
 */
export async function verifyBinding(root: string): Promise<string> {
  const script = new URL(`./compute-with-binding${extname(import.meta.url)}`, import.meta.url);
  const result = await runCommand(process.execPath, [fileURLToPath(script), bindingPath(root)], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" },
    idleMs: 60_000,
  });
  if (!result.ok) throw new Error(`the binding does not load: ${result.reason}`);
  const native = /^native (\S+)$/m.exec(result.stdout)?.[1];
  if (native === undefined) throw new Error("the binding loads but does not compute");
  return native;
}
