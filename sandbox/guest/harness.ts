import { engine } from "@tensorflow/tfjs-core";
import type { Value } from "../../assignments/values/value.ts";
import { reply } from "../protocol/reply-format.ts";
import { resetConsole } from "./console/console.ts";
import { type Arguments, decodeArguments } from "./decode-arguments.ts";
import { resetTimers, runNextTimer } from "./globals/timers.ts";
import { define, reflectApply } from "./intrinsics/intrinsics.ts";
import { requireModule } from "./modules.ts";
import { readInputs } from "./read-inputs.ts";
import { resetMathRandom, restrictGlobals } from "./restrict-globals.ts";
import { changedInput } from "./watch-inputs.ts";
import { loadedReply, missingReply, returnedReply, threwReply } from "./write-reply.ts";

// The functions below are all that the worker calls. They take and return primitives and ArrayBuffers, and they never
// let an exception of the submission's out.

type Exports = Readonly<Record<string, unknown>>;
type CaseArguments = readonly Value[];

// Called by another name, eval runs its argument in the global scope, where none of the harness's names are.
// biome-ignore lint/security/noGlobalEval: running untrusted source is what this isolate is for.
const evaluate: (code: string) => unknown = eval;

/** What the functions of one exercise are called with. */
type InputSet = {
  readonly cases: Value[];
  readonly parameterNames: readonly string[];
  readonly mutatedNames: readonly string[];
};

// Both by number of the set. Entries are defined, never assigned: by then a setter may stand on Array.prototype.
const sets: InputSet[] = [];
const exported: Exports[] = [];
let answer: ArrayBuffer | undefined;
let calls = 0;

/**
 * Opens the next set of inputs, that of one exercise; all sets before anything of the submission runs.
 * @param encoded A list with, for each visible case, the list of its arguments.
 * @param names Parameter names, separated by commas.
 * @param mutates Names of the parameters that the function is to change, separated by commas.
 */
function openInputs(encoded: ArrayBuffer, names: string, mutates: string): void {
  if (sets.length === 0) restrictGlobals();
  sets.push({
    cases: [],
    parameterNames: names === "" ? [] : names.split(","),
    mutatedNames: mutates === "" ? [] : mutates.split(","),
  });
  addInputs(sets.length - 1, encoded);
}

/**
 * Adds cases to a set: the hidden ones, when all visible ones are over. Before that nothing of them is here, not even the memory that
 * they take.
 */
function addInputs(set: number, encoded: ArrayBuffer): void {
  const { cases } = sets[set] as InputSet;
  const added = readInputs(encoded);
  const { length } = cases;
  for (let i = 0; i < added.length; i++) define(cases, length + i, added[i]);
}

/**
 * Runs the submission's top level, anew for each set: what its modules keep is not shared between exercises.
 * @param code A function expression `(module, exports, require) => …` made by the bundler.
 */
function load(set: number, code: string, consoleLimit: number): ArrayBuffer {
  resetConsole(consoleLimit);
  // Kept for take(): a rejection that nobody handles takes the place of what this returns.
  answer = loadSubmission(set, code);
  return answer;
}

function loadSubmission(set: number, code: string): ArrayBuffer {
  try {
    const module = { exports: {} as Exports };
    const run = evaluate(code) as (...args: unknown[]) => void;
    reflectApply(run, undefined, [module, module.exports, requireModule]);
    const { exports } = module;
    define(exported, set, exports);
    return loadedReply(exports);
  } catch (error) {
    return threwReply(error, reply.loadThrew);
  }
}

/**
 * Calls one function on the inputs of one case.
 * @returns The reply, or undefined while a promise is pending: see {@link take} and {@link tick}.
 */
function call(set: number, caseIndex: number, name: string, consoleLimit: number): ArrayBuffer | undefined {
  resetConsole(consoleLimit);
  resetMathRandom();
  resetTimers();
  answer = undefined;
  calls += 1;
  answer = callFunction(set, caseIndex, name);
  return answer;
}

function callFunction(set: number, caseIndex: number, name: string): ArrayBuffer | undefined {
  try {
    const { cases, parameterNames, mutatedNames } = sets[set] as InputSet;
    const target = (exported[set] as Exports)[name];
    if (typeof target !== "function") return missingReply();
    // A submission can break the engine's own methods; then its function fails, here inside. Variables of the case before
    // go, so that a function may give its variables the same names again.
    engine().disposeVariables();
    engine().startScope("case");
    const decoded = decodeArguments(argumentsOf(cases[caseIndex]), parameterNames, mutatedNames);
    const result: unknown = reflectApply(target, undefined, decoded.args);
    if (!isThenable(result)) return finish(result, decoded);
    void settle(result, decoded, calls);
    return undefined;
  } catch (error) {
    return threwReply(error, reply.threw);
  }
}

function argumentsOf(list: Value | undefined): CaseArguments {
  return list?.kind === "list" ? list.items : [];
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

/** @param number Of the call: what settles when its case is over does not answer for a later one. */
async function settle(result: PromiseLike<unknown>, decoded: Arguments, number: number): Promise<void> {
  try {
    const value = await result;
    if (number === calls) answer = finish(value, decoded);
  } catch (error) {
    if (number === calls) answer = threwReply(error, reply.threw);
  }
}

function finish(returned: unknown, { watch, mutated }: Arguments): ArrayBuffer {
  const value = mutated === undefined ? returned : withReturned(mutated, returned);
  const bytes = returnedReply(value, () => changedInput(watch));
  engine().endScope();
  return bytes;
}

/** What the function changed, and what it returned, as one record. */
function withReturned(mutated: object, value: unknown): object {
  define(mutated, "returned", value);
  return mutated;
}

/** The reply of a call that did not answer at once, when there is one. */
function take(): ArrayBuffer | undefined {
  return answer;
}

/**
 * Runs the next waiting timer.
 * @returns False when none waits: what is pending then stays pending for ever.
 */
function tick(): boolean {
  try {
    return runNextTimer();
  } catch {
    return true;
  }
}

Object.defineProperty(globalThis, "gradecheckHarness", {
  value: { openInputs, addInputs, load, call, take, tick },
  configurable: true,
  enumerable: false,
});
