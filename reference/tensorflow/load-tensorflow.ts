import { defineLegacyUtil } from "./define-legacy-util.ts";
import { type Backend, type BackendChoice, cpuBackend, detectBackend } from "./detect-backend.ts";
import { nativeVersion } from "./native-version.ts";
import { requiresNative } from "./requires-native.ts";

/** TensorFlow.js, ready to compute on one backend. */
export type LoadedTensorflow = Backend & { readonly tf: typeof import("@tensorflow/tfjs") };

/**
 * Loads TensorFlow.js and makes one backend current for the whole process.
 * @returns Native TensorFlow, or the pure-JavaScript backend with a note why.
 * @throws Error on a CI machine where native TensorFlow is wanted and cannot be loaded.
 * @throws RangeError where `GRADECHECK_BACKEND` is none of auto, tensorflow and cpu.
 */
export async function loadTensorflow(choice: BackendChoice): Promise<LoadedTensorflow> {
  const detected = detectBackend(choice);
  if (detected.backend === "cpu") return loadPlain(detected);
  try {
    return await loadNative();
  } catch (cause) {
    if (requiresNative(process.env)) throw new Error("Cannot load native TensorFlow: run npm run setup", { cause });
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    return loadPlain(cpuBackend(`native TensorFlow does not load: ${reason}`));
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
