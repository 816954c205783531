import { writeText } from "../console/printed.ts";
import { construct, reflectApply } from "../intrinsics/intrinsics.ts";
import { refused } from "./refused.ts";

const stream = {
  isTTY: false,
  columns: 80,
  write(text: unknown): boolean {
    if (typeof text === "string") writeText(text);
    return true;
  },
};

/**
 * What a submission gets for `process`: an environment of its own without anything in it, and streams that print. There is no
 * `versions`, by which libraries would take this for Node.
 */
export const guestProcess = {
  env: Object.create(null) as Record<string, string>,
  argv: ["node", "submission.ts"],
  execArgv: [],
  platform: "linux",
  exitCode: undefined,
  stdout: stream,
  stderr: stream,
  cwd: () => "/",
  uptime: () => 0,
  hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }),
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
    queueTask(() => reflectApply(callback, undefined, args)),
  on: () => guestProcess,
  once: () => guestProcess,
  off: () => guestProcess,
  emitWarning: () => undefined,
  exit: refused("process.exit"),
  kill: refused("process.kill"),
  memoryUsage: refused("process.memoryUsage"),
};

/** `crypto` of a submission: its random numbers are those of `Math.random`, the same in each run. @param random Numbers in [0, 1). */
export function guestCrypto(random: () => number): object {
  const byte = (): number => Math.floor(random() * 256);
  return {
    getRandomValues: (array: ArrayBufferView): ArrayBufferView => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let i = 0; i < bytes.length; i++) bytes[i] = byte();
      return array;
    },
    randomUUID: (): string => {
      const digits = Array.from({ length: 16 }, (_, i) => {
        const value = byte();
        const fixed = i === 6 ? (value & 15) | 64 : i === 8 ? (value & 63) | 128 : value;
        return fixed.toString(16).padStart(2, "0");
      }).join("");
      return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    },
    subtle: { digest: refused("crypto.subtle"), encrypt: refused("crypto.subtle"), sign: refused("crypto.subtle") },
  };
}

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
