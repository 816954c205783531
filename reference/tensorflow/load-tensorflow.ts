import { defineLegacyUtil } from "./define-legacy-util.ts";
import {
  type Backend,
  type BackendChoice,
  cpuBackend,
  detectBackend,
  isWasm,
  javascriptBackend,
} from "./detect-backend.ts";
import { loadWasm } from "./load-wasm.ts";
import { nativeVersion } from "./native-version.ts";
import { requiresNative } from "./requires-native.ts";

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
    if (requiresNative(process.env)) throw new Error("Cannot load native TensorFlow: run npm run setup", { cause });
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
  await import("@tensorflow/tfjs-node");
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
