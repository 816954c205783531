import type { Environment } from "../../assignments/user-directory.ts";

import { readBuildMarker } from "./build-marker.ts";
import { requiresNative } from "./requires-native.ts";
import { tfjsPackage } from "./tfjs-package.ts";

/** What is asked for: `auto` is native TensorFlow where it is set up, unless `GRADECHECK_BACKEND` says otherwise. */
export type BackendChoice = "auto" | "tensorflow" | "cpu";

/** What computes the expected values. */
export type Backend = {
  readonly backend: "tensorflow" | "cpu";
  /** Version of TensorFlow.js, and of the native library behind it: `"4.22.0+2.21.0"`, `"4.22.0"`. */
  readonly version: string;
  /** Why it is not native TensorFlow. */
  readonly note?: string;
};

/**
 * Tells which backend {@link loadTensorflow} would load, without loading any: what keys of cached values need.
 * @throws Error on a CI machine where native TensorFlow is wanted and not set up.
 * @throws RangeError where `GRADECHECK_BACKEND` is set to something else than auto, tensorflow or cpu.
 */
export function detectBackend(choice: BackendChoice, env: Environment = process.env): Backend {
  const wanted = choice === "auto" ? choiceOf(env) : choice;
  if (wanted === "cpu") return cpuBackend("the pure-JavaScript backend was asked for");
  const { directory, version } = tfjsPackage("@tensorflow/tfjs-node");
  const marker = readBuildMarker(directory, version);
  if (marker !== undefined) {
    return { backend: "tensorflow", version: `${tfjsPackage("@tensorflow/tfjs").version}+${marker.native}` };
  }
  if (requiresNative(env)) throw new Error("Cannot use native TensorFlow: it is not set up, run npm run setup");
  return cpuBackend("native TensorFlow is not set up, run npm run setup");
}

/** The pure-JavaScript backend, chosen for the reason that `note` gives. */
export function cpuBackend(note: string): Backend {
  return { backend: "cpu", version: tfjsPackage("@tensorflow/tfjs").version, note };
}

function choiceOf(env: Environment): BackendChoice {
  const value = env["GRADECHECK_BACKEND"] || "auto";
  if (value === "auto" || value === "tensorflow" || value === "cpu") return value;
  throw new RangeError(`Cannot choose a backend: GRADECHECK_BACKEND is "${value}", must be auto, tensorflow or cpu`);
}
