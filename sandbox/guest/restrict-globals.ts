import { RandomState } from "../../assignments/values/random-state.ts";
import { guestConsole } from "./console/console.ts";
import { RememberedProxy } from "./console/proxy-targets.ts";
import { AbortController, AbortSignal } from "./globals/abort-controller.ts";
import { guestPerformance } from "./globals/performance.ts";
import { guestCrypto, guestProcess, queueTask } from "./globals/platform.ts";
import { refused, refusedGlobals } from "./globals/refused.ts";
import { structuredClone } from "./globals/structured-clone.ts";
import { atob, btoa, TextDecoder, TextEncoder } from "./globals/text-coders.ts";
import { clearTimer, setImmediateTimer, setRepeatingTimer, setTimer } from "./globals/timers.ts";

/**
 * Globals a submission does not get, and why: memory or threads outside the isolate's accounting (`WebAssembly`,
 * `SharedArrayBuffer`, `Atomics`), behaviour that depends on the garbage collector (`WeakRef`,
 * `FinalizationRegistry`), and clocks (`Temporal`; `Intl.DateTimeFormat` prints the present time by default).
 */
const removedGlobals = [
  "WebAssembly",
  "SharedArrayBuffer",
  "Atomics",
  "WeakRef",
  "FinalizationRegistry",
  "Temporal",
] as const;

/** The instant at which the sandbox's clock stands still: 2020-01-01T00:00:00Z, milliseconds. */
const standingClock = 1_577_836_800_000;

/** Seed of `Math.random` at the start of each case. */
const mathRandomSeed = 2020;
/** The same where a case is called a second time at once: what hangs on chance gives another result then. */
const otherRandomSeed = 2021;

/** Calls that are kept of a stack: TensorFlow.js alone puts a dozen above the line of the submission that called it. */
const stackTraceLimit = 100;

let random: RandomState | undefined;
let randomSeed = mathRandomSeed;

// Taken before a submission runs: one that replaced it would be handed the real Date and ArrayBuffer.
const { construct } = Reflect;

/** Starts `Math.random` anew, between two calls. @param isOther Whether with other numbers. */
export function resetMathRandom(isOther: boolean): void {
  random = undefined;
  randomSeed = isOther ? otherRandomSeed : mathRandomSeed;
}

/** What a submission gets beside the language: see "What a submission can use" in docs/submissions.md. */
export const added: Readonly<Record<string, unknown>> = {
  console: guestConsole,
  process: guestProcess,
  performance: guestPerformance(standingClock),
  Proxy: RememberedProxy,
  setTimeout: setTimer,
  setInterval: setRepeatingTimer,
  setImmediate: setImmediateTimer,
  clearTimeout: clearTimer,
  clearInterval: clearTimer,
  clearImmediate: clearTimer,
  queueMicrotask: queueTask,
  structuredClone,
  TextEncoder,
  TextDecoder,
  atob,
  btoa,
  AbortController,
  AbortSignal,
};

// The bundler may have called them otherwise.
for (const name of Object.keys(added)) {
  const value = added[name];
  if (typeof value === "function") Object.defineProperty(value, "name", { value: name });
}

/** What {@link restrictGlobals} takes away. */
export const removed = (): readonly unknown[] =>
  removedGlobals.map((name) => (globalThis as unknown as Record<string, unknown>)[name]);

/** What {@link restrictGlobals} changes, or puts there anew. */
export const restricted = (): readonly object[] => {
  const { crypto } = globalThis as unknown as { crypto: object };
  return [globalThis, Error, Intl, Math, Date, Date.prototype, ArrayBuffer, ArrayBuffer.prototype, crypto];
};

/** Makes the global scope what a submission may see. Runs in every new context before the submission, for V8 adds to what it takes from a snapshot. */
export function restrictGlobals(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of removedGlobals) delete scope[name];
  Error.stackTraceLimit = stackTraceLimit;
  hide(Intl, "DateTimeFormat", refused("Intl.DateTimeFormat"));
  standClock(scope);
  fixBufferLength(scope);
  Math.random = () => {
    random ??= new RandomState(randomSeed);
    return random.rand(1)[0] as number;
  };
  for (const name of Object.keys(added)) hide(scope, name, added[name]);
  for (const name of refusedGlobals) hide(scope, name, refused(name));
  hide(scope, "global", scope);
  hide(scope, "crypto", guestCrypto(Math.random));
}

function hide(scope: object, name: string, value: unknown): void {
  Object.defineProperty(scope, name, { value, writable: true, enumerable: false, configurable: true });
}

function standClock(scope: Record<string, unknown>): void {
  const NativeDate = Date;
  const StandingDate = function (this: unknown, ...args: unknown[]): unknown {
    const given = args.length === 0 ? [standingClock] : args;
    if (new.target === undefined) return new NativeDate(standingClock).toString();
    return construct(NativeDate, given, new.target);
  };
  Object.defineProperty(StandingDate, "name", { value: "Date" });
  Object.defineProperty(StandingDate, "prototype", { value: NativeDate.prototype, writable: false });
  Object.defineProperty(NativeDate.prototype, "constructor", { value: StandingDate });
  Object.assign(StandingDate, { now: () => standingClock, parse: NativeDate.parse, UTC: NativeDate.UTC });
  hide(scope, "Date", StandingDate);
}

/** Buffers of fixed length only: a resizable one grows past the isolate's memory limit. */
function fixBufferLength(scope: Record<string, unknown>): void {
  const NativeBuffer = ArrayBuffer;
  const FixedBuffer = function (this: unknown, length?: number): unknown {
    if (new.target === undefined) throw new TypeError("Constructor ArrayBuffer requires 'new'");
    return construct(NativeBuffer, [length], new.target);
  };
  Object.defineProperty(FixedBuffer, "name", { value: "ArrayBuffer" });
  Object.defineProperty(FixedBuffer, "prototype", { value: NativeBuffer.prototype, writable: false });
  Object.defineProperty(FixedBuffer, "isView", { value: NativeBuffer.isView });
  Object.defineProperty(FixedBuffer, Symbol.species, { get: () => FixedBuffer });
  Object.defineProperty(NativeBuffer.prototype, "constructor", { value: FixedBuffer });
  for (const name of ["resize", "transfer", "transferToFixedLength"]) {
    delete (NativeBuffer.prototype as unknown as Record<string, unknown>)[name];
  }
  hide(scope, "ArrayBuffer", FixedBuffer);
}
