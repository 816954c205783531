import { construct, reflectApply } from "../intrinsics/intrinsics.ts";

const NativePromise = Promise;
const { then } = Promise.prototype;

/** `queueMicrotask`: runs a function when the running one has come to its end. */
export function queueTask(callback: () => unknown): void {
  if (typeof callback !== "function") {
    throw new TypeError(`queueMicrotask needs a function, and got ${typeof callback}`);
  }
  const done = construct(NativePromise, [(resolve: () => void) => resolve()]) as Promise<void>;
  void reflectApply(then, done, [() => void callback()]);
}
