import { type Backend, type BackendChoice, isWasm, javascriptBackend } from "./detect-backend.ts";
import { forgetLackingKernel, lackingKernel, loadTensorflow } from "./load-tensorflow.ts";

/** What was computed, and on what. */
export type Computed<Result> = { readonly backend: Backend; readonly result: Result };

// The backend and the engine, with its scopes and counters, are the process's.
let last: Promise<unknown> = Promise.resolve();

/**
 * Computes on the chosen backend. Where that is WebAssembly and turns out to lack a kernel, everything is computed again in
 * plain JavaScript; the next computation begins with WebAssembly again, so that its backend does not depend on what ran before.
 * What is asked for at once follows each other, in the order of asking.
 * @param compute May be called twice; what it throws is thrown on, unless a missing kernel was the cause.
 */
export function computeWithTensorflow<Result>(
  choice: BackendChoice,
  compute: () => Promise<Result>,
): Promise<Computed<Result>> {
  const run = last.then(() => computeNow(choice, compute));
  last = run.catch(() => undefined);
  return run;
}

async function computeNow<Result>(choice: BackendChoice, compute: () => Promise<Result>): Promise<Computed<Result>> {
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
