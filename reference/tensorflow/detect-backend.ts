import type { Environment } from "../../assignments/storage/user-directory.ts";
import { isBuildGone, readBuildMarker } from "./build-marker.ts";
import { type InstalledPackage, setupCommand, tfjsPackage } from "./tfjs-package.ts";

/**
 * What is asked for. `auto` is native TensorFlow where it is set up, else `cpu`, unless `GRADECHECK_BACKEND` says otherwise;
 * `cpu` is TensorFlow.js alone, compiled to WebAssembly where that is installed; `javascript` is TensorFlow.js in plain
 * JavaScript, on which submissions run.
 */
export type BackendChoice = (typeof choices)[number];

const choices = ["auto", "tensorflow", "cpu", "javascript"] as const;

/** What computes the expected values. */
export type Backend = {
  readonly backend: "tensorflow" | "cpu";
  /** Version of TensorFlow.js, and what is behind it: `"4.22.0+2.21.0"`, `"4.22.0+wasm"`, `"4.22.0"` in plain JavaScript. */
  readonly version: string;
  /** Why it is not native TensorFlow, and what it is instead. */
  readonly note?: string;
};

/**
 * Tells which backend {@link loadTensorflow} would load, without loading any: what keys of cached values need.
 * @throws Error on a CI machine where native TensorFlow is wanted and not set up.
 * @throws RangeError where `GRADECHECK_BACKEND` is set to something else than a choice.
 */
export function detectBackend(choice: BackendChoice, env: Environment = process.env): Backend {
  const wanted = choice === "auto" ? choiceOf(env) : choice;
  if (wanted === "javascript") return javascriptBackend("plain JavaScript was asked for");
  if (wanted === "cpu") return cpuBackend("TensorFlow.js alone was asked for");
  const tfjsNode = installedTfjsNode();
  if (tfjsNode === undefined) return withoutNative("it is not installed", env);
  const { directory, version } = tfjsNode;
  const marker = readBuildMarker(directory, version);
  if (marker !== undefined) {
    return { backend: "tensorflow", version: `${tfjsPackage("@tensorflow/tfjs").version}+${marker.native}` };
  }
  return withoutNative(isBuildGone(directory) ? "its folder is gone" : "it is not set up", env);
}

/** @param why Native TensorFlow is missing. */
function withoutNative(why: string, env: Environment): Backend {
  if (requiresNative(env)) throw new Error(`Cannot use native TensorFlow: ${why}, ${howToSetUp}`);
  return cpuBackend(`native TensorFlow is missing: ${why}, ${howToSetUp}`);
}

const howToSetUp = `run ${setupCommand}`;

/** tfjs-node, which the installed package does without. */
export function installedTfjsNode(): InstalledPackage | undefined {
  try {
    return tfjsPackage("@tensorflow/tfjs-node");
  } catch {
    return undefined;
  }
}

/** What to tell people before they wait for TensorFlow.js: native TensorFlow was set up, and its folder is gone. */
export function lostNative(env: Environment = process.env): string | undefined {
  if (!["auto", "tensorflow"].includes(choiceOf(env))) return undefined;
  const directory = installedTfjsNode()?.directory;
  if (directory === undefined || !isBuildGone(directory)) return undefined;
  return `Native TensorFlow was set up, but its folder is gone: TensorFlow.js computes instead. To mend it, ${howToSetUp}`;
}

/** The best that there is without native TensorFlow. @param why Why there is none. */
export function cpuBackend(why: string): Backend {
  if (!hasWasm()) return javascriptBackend(why);
  const version = `${tfjsPackage("@tensorflow/tfjs").version}+wasm`;
  return { backend: "cpu", version, note: `${why}: TensorFlow.js computes by WebAssembly` };
}

/** TensorFlow.js in plain JavaScript. @param why Why it is nothing faster. */
export function javascriptBackend(why: string): Backend {
  const { version } = tfjsPackage("@tensorflow/tfjs");
  return { backend: "cpu", version, note: `${why}: TensorFlow.js computes in plain JavaScript` };
}

/** Whether a backend is the WebAssembly one. */
export const isWasm = ({ version }: Backend): boolean => version.endsWith("+wasm");

/** Whether the WebAssembly backend that belongs to the installed TensorFlow.js is there. */
function hasWasm(): boolean {
  try {
    const { version } = tfjsPackage("@tensorflow/tfjs-backend-wasm");
    return version === tfjsPackage("@tensorflow/tfjs").version && "WebAssembly" in globalThis;
  } catch {
    return false;
  }
}

function choiceOf(env: Environment): BackendChoice {
  const value = env["GRADECHECK_BACKEND"] || "auto";
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  const allowed = choices.join(", ");
  throw new RangeError(`Cannot choose a backend: GRADECHECK_BACKEND is "${value}", must be one of ${allowed}`);
}

/**
 * Whether doing without native TensorFlow is a failure: on a CI machine, where a silent fallback would go unnoticed,
 * unless TensorFlow.js alone was asked for.
 */
export function requiresNative(env: Environment): boolean {
  return (env["CI"] === "true" || env["CI"] === "1") && !doesWithoutNative(env);
}

/** Whether `GRADECHECK_BACKEND` asks for TensorFlow.js alone. */
export const doesWithoutNative = (env: Environment): boolean =>
  ["cpu", "javascript"].includes(env["GRADECHECK_BACKEND"] ?? "");
