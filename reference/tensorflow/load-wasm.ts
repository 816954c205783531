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
export async function loadWasm(): Promise<Tensorflow> {
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
