import { type Backend, type BackendChoice, isWasm, javascriptBackend } from "./detect-backend.ts";
import { loadTensorflow } from "./load-tensorflow.ts";
import { forgetLackingKernel, lackingKernel } from "./load-wasm.ts";

/** What was computed, and on what. */
export type Computed<Result> = { readonly backend: Backend; readonly result: Result };

/**
 * Computes on the chosen backend. Where that is WebAssembly and turns out to lack a kernel, everything is computed again in
 * plain JavaScript; the next computation begins with WebAssembly again, so that its backend does not depend on what ran before.
 * @param compute May be called twice; what it throws is thrown on, unless a missing kernel was the cause.
 */
export async function computeWithTensorflow<Result>(
  choice: BackendChoice,
  compute: () => Promise<Result>,
): Promise<Computed<Result>> {
  const { tf: _, ...backend } = await loadTensorflow(choice);
  if (!isWasm(backend)) return { backend, result: await compute() };
  forgetLackingKernel();
  const [done] = await Promise.allSettled([compute()]);
  if (lackingKernel() === undefined) {
    if (done.status === "rejected") throw done.reason;
    return { backend, result: done.value };
  }
  await loadTensorflow("javascript");
  const why = `native TensorFlow is not there, and WebAssembly has no kernel ${lackingKernel()}`;
  return { backend: javascriptBackend(why), result: await compute() };
}
