import util from "node:util";
import {
  type Backend,
  type BackendChoice,
  cpuBackend,
  detectBackend,
  isWasm,
  javascriptBackend,
  requiresNative,
} from "./detect-backend.ts";
import { loadTfjsNode, setupCommand } from "./tfjs-package.ts";

/** TensorFlow.js, ready to compute on one backend. */
export type LoadedTensorflow = Backend & { readonly tf: typeof import("@tensorflow/tfjs") };

/**
 * Loads TensorFlow.js and makes one backend current for the whole process.
 * @returns Native TensorFlow, or the next that loads, WebAssembly and plain JavaScript, with a note why.
 * @throws Error on a CI machine where native TensorFlow is wanted and cannot be loaded.
 * @throws RangeError where `GRADECHECK_BACKEND` is no choice.
 */
export async function loadTensorflow(choice: BackendChoice): Promise<LoadedTensorflow> {
  const detected = detectBackend(choice);
  if (detected.backend === "cpu") return loadWithoutNative(detected);
  try {
    return await loadNative();
  } catch (cause) {
    if (requiresNative(process.env)) throw new Error(`Cannot load native TensorFlow: run ${setupCommand}`, { cause });
    return loadWithoutNative(cpuBackend(`native TensorFlow does not load: ${reasonOf(cause)}`));
  }
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);

async function loadWithoutNative(facts: Backend): Promise<LoadedTensorflow> {
  if (!isWasm(facts)) return loadPlain(facts);
  try {
    return { ...facts, tf: await loadWasm() };
  } catch (cause) {
    return loadPlain(javascriptBackend(`WebAssembly does not load: ${reasonOf(cause)}`));
  }
}

async function loadNative(): Promise<LoadedTensorflow> {
  defineLegacyUtil();
  // The native library announces itself on stderr otherwise.
  process.env["TF_CPP_MIN_LOG_LEVEL"] ??= "2";
  // oneDNN reorders sums as suits the processor: expected values would differ between machines.
  process.env["TF_ENABLE_ONEDNN_OPTS"] ??= "0";
  loadTfjsNode();
  const tf = await import("@tensorflow/tfjs");
  if (!(await tf.setBackend("tensorflow"))) throw new Error("the tensorflow backend does not start");
  return { tf, backend: "tensorflow", version: `${tf.version_core}+${nativeVersion(tf)}` };
}

async function loadPlain(facts: Backend): Promise<LoadedTensorflow> {
  const tf = await import("@tensorflow/tfjs");
  if (!(await tf.setBackend("cpu"))) throw new Error("the pure-JavaScript backend does not start");
  silently(() => tf.scalar(0).dispose());
  return { ...facts, tf };
}

/** The backend advertises tfjs-node on the console with its first tensor: nothing a student or a log should see. */
function silently(act: () => void): void {
  const { warn } = console;
  console.warn = () => {};
  try {
    act();
  } finally {
    console.warn = warn;
  }
}

/**
 * Gives `node:util` back the two functions that tfjs-node 4.22 calls and Node has removed, or still has and warns of
 * with each use. Call it before loading tfjs-node.
 */
export function defineLegacyUtil(): void {
  const wanted = {
    isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
    isArray: Array.isArray,
  };
  for (const [name, value] of Object.entries(wanted)) {
    Object.defineProperty(util, name, { value, configurable: true, writable: true });
  }
}

/**
 * Version of the native library behind the loaded `tensorflow` backend.
 * @returns `"unknown"` where the backend does not say.
 */
export function nativeVersion(tf: Pick<typeof import("@tensorflow/tfjs"), "backend">): string {
  const backend: unknown = tf.backend();
  const binding = typeof backend === "object" && backend !== null && "binding" in backend ? backend.binding : undefined;
  const version =
    typeof binding === "object" && binding !== null && "TF_Version" in binding ? binding.TF_Version : undefined;
  return typeof version === "string" ? version : "unknown";
}

/** TensorFlow.js as a module. */
type Tensorflow = typeof import("@tensorflow/tfjs");

const state: { lacks?: string } = {};

/** Forgets what was asked for before. */
export function forgetLackingKernel(): void {
  delete state.lacks;
}

/** The kernel that a computation asked for and the WebAssembly backend does not have; undefined where there was none. */
export const lackingKernel = (): string | undefined => state.lacks;

/**
 * Loads the WebAssembly backend of TensorFlow.js and makes it current: float32 throughout, several times as fast as plain
 * JavaScript, and nothing to install. A kernel that it lacks throws, and {@link lackingKernel} tells its name afterwards.
 * @throws Error where it does not start.
 */
async function loadWasm(): Promise<Tensorflow> {
  const tf = await import("@tensorflow/tfjs");
  await import("@tensorflow/tfjs-backend-wasm");
  // One thread: sums are in the same order on every machine, and no thread keeps the process alive.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend("wasm"))) throw new Error("the WebAssembly backend does not start");
  watchKernels(tf);
  return tf;
}

/** A variant may throw and nobody asks why; that the backend was the cause must not be lost. */
function watchKernels(tf: Tensorflow): void {
  const own = new Set(tf.getKernelsForBackend("wasm").map(({ kernelName }) => kernelName));
  for (const { kernelName } of tf.getKernelsForBackend("cpu")) {
    if (own.has(kernelName)) continue;
    const kernelFunc = (): never => {
      state.lacks ??= kernelName;
      throw new Error(`the WebAssembly backend has no kernel ${kernelName}`);
    };
    tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc });
  }
}
