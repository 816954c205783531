import { engine } from "@tensorflow/tfjs-core";
import { nextDrawOf } from "../../assignments/values/rng.ts";
import { reply } from "../protocol/reply-format.ts";
import { resetConsole } from "./console/console.ts";
import { resetPerformance } from "./globals/performance.ts";
import { isTimerDue, resetTimers, runNextTimer, timerClock } from "./globals/timers.ts";
import { define, reflectApply } from "./intrinsics/intrinsics.ts";
import { requireModule } from "./modules.ts";
import { type Arguments, readArguments } from "./read-arguments.ts";
import { resetMathRandom, restrictGlobals } from "./restrict-globals.ts";
import { noteTensors } from "./tensors/kept-tensors.ts";
import { isUntouched, rememberMost, rememberRest } from "./untouched.ts";
import { changedInput } from "./watch-inputs.ts";
import { encodeReturned, loadedReply, missingReply, type Returned, returnedReply, threwReply } from "./write-reply.ts";

// The functions below are all that the worker calls. They take and return primitives and ArrayBuffers, and they never
// let an exception of the submission's out.

type Exports = Readonly<Record<string, unknown>>;

// Called by another name, eval runs its argument in the global scope, where none of the harness's names are.
// biome-ignore lint/security/noGlobalEval: running untrusted source is what this isolate is for.
const evaluate: (code: string) => unknown = eval;

/** What is known of the parameters of one exercise. */
type Parameters = { readonly names: readonly string[]; readonly mutated: readonly string[] };

// Both by number of the set. Entries are defined, never assigned: by then a setter may stand on Array.prototype.
const sets: Parameters[] = [];
const exported: Exports[] = [];
let answer: ArrayBuffer | undefined;
/** Of loads and calls together: what settles when its turn is over does not answer for a later one. */
let calls = 0;
/** What a function has returned, until its inputs are looked at: code of its own that runs later may still change them. */
let pending:
  | { readonly returned: Returned; readonly inputs: Arguments; readonly until: number; turnsLeft: number }
  | undefined;

/** After a function has returned, timers that are due so soon are run, and so many at most. */
const soonMs = 100;
const mostTurns = 100;

/**
 * Opens the next set, that of one exercise; all sets before anything of the submission runs.
 * @param names Parameter names, separated by commas.
 * @param mutates Names of the parameters that the function is to change, separated by commas.
 */
function open(names: string, mutates: string): void {
  if (sets.length === 0) {
    restrictGlobals();
    rememberRest();
  }
  sets.push({ names: names === "" ? [] : names.split(","), mutated: mutates === "" ? [] : mutates.split(",") });
}

/**
 * Runs the submission's top level, anew for each set: what its modules keep is not shared between exercises.
 * @param code A function expression `(module, exports, require) => …` made by the bundler, async where the top level waits.
 * @returns The reply, or undefined while the top level waits: see {@link take} and {@link tick}.
 */
function load(set: number, code: string, consoleLimit: number): ArrayBuffer | undefined {
  begin(consoleLimit);
  // Kept for take(): a rejection that nobody handles takes the place of what this returns.
  answer = loadSubmission(set, code);
  return answer;
}

/** Everything is as before the first call, so that no call depends on another; but for a call right after the same one, for chance. */
function begin(consoleLimit: number, isAtOnce = false): void {
  resetConsole(consoleLimit);
  resetMathRandom(isAtOnce);
  resetTimers();
  resetPerformance();
  answer = undefined;
  pending = undefined;
  calls += 1;
}

type Module = { readonly exports: Exports };

function loadSubmission(set: number, code: string): ArrayBuffer | undefined {
  try {
    const module: Module = { exports: {} };
    const run = evaluate(code) as (...args: unknown[]) => Promise<void> | undefined;
    const waits = reflectApply(run, undefined, [module, module.exports, requireModule]);
    if (waits === undefined) return loaded(set, module);
    void settleLoad(waits, set, module, calls);
    return undefined;
  } catch (error) {
    return threwReply(error, reply.loadThrew);
  }
}

function loaded(set: number, { exports }: Module): ArrayBuffer {
  define(exported, set, exports);
  return loadedReply(exports);
}

async function settleLoad(waits: Promise<void>, set: number, module: Module, number: number): Promise<void> {
  try {
    await waits;
    if (number === calls) answer = loaded(set, module);
  } catch (error) {
    if (number === calls) answer = threwReply(error, reply.loadThrew);
  }
}

/**
 * Calls one function on the inputs of one case. Of no other case anything is here, not even the memory that it takes.
 * @param encoded The list of its arguments.
 * @param isAtOnce Whether the call before was the same: then nothing is tidied up in between, as in a program that calls it twice.
 * @returns The reply of a call that has failed; else undefined: see {@link take} and {@link tick}.
 */
function call(
  set: number,
  encoded: ArrayBuffer,
  name: string,
  consoleLimit: number,
  isAtOnce: boolean,
): ArrayBuffer | undefined {
  begin(consoleLimit, isAtOnce);
  answer = callFunction(set, encoded, name, isAtOnce);
  return answer;
}

function callFunction(set: number, encoded: ArrayBuffer, name: string, isAtOnce: boolean): ArrayBuffer | undefined {
  try {
    const { names, mutated } = sets[set] as Parameters;
    const target = (exported[set] as Exports)[name];
    if (typeof target !== "function") return missingReply();
    // A submission can break the engine's own methods; then its function fails, here inside. Variables of the case before
    // go, which are of no use any more.
    if (!isAtOnce) engine().disposeVariables();
    engine().startScope("case");
    noteTensors();
    const decoded = readArguments(encoded, names, mutated);
    const result: unknown = reflectApply(target, undefined, decoded.args);
    if (isThenable(result)) void settle(result, decoded, calls);
    else keep(result, decoded);
    return undefined;
  } catch (error) {
    return threwReply(error, reply.threw);
  }
}

/** Whether `await` would wait for it; a getter that throws is left to the encoder to name. */
function isThenable(result: unknown): result is PromiseLike<unknown> {
  if (typeof result !== "object" || result === null) return false;
  try {
    return typeof (result as { then?: unknown }).then === "function";
  } catch {
    return false;
  }
}

async function settle(result: PromiseLike<unknown>, decoded: Arguments, number: number): Promise<void> {
  try {
    const value = await result;
    if (number === calls) keep(value, decoded);
  } catch (error) {
    if (number === calls) answer = threwReply(error, reply.threw);
  }
}

/** Reads what was returned, as it is now. */
function keep(result: unknown, inputs: Arguments): void {
  const { mutated } = inputs;
  const returned = encodeReturned(mutated === undefined ? result : withReturned(mutated, result));
  pending = { returned, inputs, until: timerClock() + soonMs, turnsLeft: mostTurns };
}

/** What a call has to say, when nothing of it is left to run that could change its inputs. */
function finish(returned: Returned, { watch, rng }: Arguments): ArrayBuffer {
  try {
    const bytes = returnedReply(returned, changedInput(watch), rng === undefined ? undefined : nextDrawOf(rng));
    engine().endScope();
    return bytes;
  } catch (error) {
    return threwReply(error, reply.threw);
  }
}

/** What the function changed, and what it returned, as one record. */
function withReturned(mutated: object, value: unknown): object {
  define(mutated, "returned", value);
  return mutated;
}

/** The reply of what did not answer at once, when there is one. A function that has returned is through when no timer is due soon. */
function take(): ArrayBuffer | undefined {
  if (answer !== undefined || pending === undefined) return answer;
  if (pending.turnsLeft === 0 || !isTimerDue(pending.until)) answer = finish(pending.returned, pending.inputs);
  return answer;
}

/**
 * Runs the next waiting timer.
 * @returns False when none waits: what is pending then stays pending for ever.
 */
function tick(): boolean {
  try {
    if (pending !== undefined) pending.turnsLeft -= 1;
    return runNextTimer();
  } catch {
    return true;
  }
}

/** Whether nothing that exercises share has been changed since the sets were opened. */
function untouched(): boolean {
  try {
    return isUntouched();
  } catch {
    return false;
  }
}

rememberMost();
Object.defineProperty(globalThis, "gradecheckHarness", {
  value: { open, load, call, take, tick, untouched },
  configurable: true,
  enumerable: false,
});
