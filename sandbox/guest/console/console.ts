import {
  define,
  getOwnPropertyDescriptor,
  NativeString,
  ownValue,
  reflectApply,
  stringSlice,
} from "../intrinsics/intrinsics.ts";
import { ownFrames, stackOf } from "./error-text.ts";
import { format } from "./format.ts";
import { inspect } from "./inspect.ts";
import type { LookOptions } from "./look.ts";
import { indent, resetPrinted, roomLeft, writeLines } from "./printed.ts";
import { bare } from "./proxy-targets.ts";
import { tableText } from "./table.ts";

/** Calls of `console.count` by label; timers that run by label. Records without a prototype, whose keys are defined. */
let counts: Record<string, number>;
let timers: Record<string, true>;
/** How many prints are under way, one inside the other: a `toString` may print, and what it prints may have one. */
let nesting = 0;

const deepestNesting = 3;
const longestLabel = 200;

/** Forgets what was printed, counted and timed before a case. @param limitCharacters How much of its output is kept. */
export function resetConsole(limitCharacters: number): void {
  resetPrinted(limitCharacters);
  counts = { __proto__: null } as unknown as Record<string, number>;
  timers = { __proto__: null } as unknown as Record<string, true>;
  nesting = 0;
}

resetConsole(0);

/** `console.log` and its siblings. Never throws; runs no getter, no trap and no method but what the format asks for. */
function print(...values: unknown[]): void {
  write(() => format(values));
}

/** Prints what a function puts into words, where there is room left. */
function write(words: () => string): void {
  if (roomLeft() <= 0 || nesting >= deepestNesting) return;
  nesting += 1;
  let text: string;
  try {
    text = words();
  } catch {
    text = "[unprintable]";
  }
  nesting -= 1;
  writeLines(text);
}

/** Does something for the console that may meet an object of the submission's: whatever that does, nothing is thrown. */
const safely =
  <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
  (...args: Args): void => {
    try {
      reflectApply(act, undefined, args);
    } catch {
      // Printing costs nobody a point.
    }
  };

function assertThat(condition: unknown, ...values: unknown[]): void {
  if (condition) return;
  const first = values[0];
  if (typeof first === "string") define(values, 0, `Assertion failed: ${first}`);
  write(() => {
    if (values.length === 0) return "Assertion failed";
    return typeof first === "string" ? format(values) : `Assertion failed ${format(values)}`;
  });
}

function group(...values: unknown[]): void {
  if (values.length > 0) reflectApply(print, undefined, values);
  indent(1);
}

function table(data: unknown, columns: unknown): void {
  write(() => tableText(data, columns) ?? format([data]));
}

function dir(value: unknown, options: unknown): void {
  write(() => inspect(value, readOptions(options)));
}

function readOptions(given: unknown): LookOptions {
  const options = bare(given);
  if (typeof options !== "object" || options === null) return {};
  const depth = ownValue(options, "depth");
  const hidden = ownValue(options, "showHidden");
  return {
    ...(typeof depth === "number" ? { depth } : depth === null ? { depth: 50 } : {}),
    ...(hidden === true ? { showHidden: true } : {}),
  };
}

function trace(...values: unknown[]): void {
  const frames = ownFrames(stackOf(new Error()));
  write(() => `Trace${values.length > 0 ? `: ${format(values)}` : ""}${frames}`);
}

const labelOf = (label: unknown): string =>
  stringSlice(label === undefined ? "default" : NativeString(label), 0, longestLabel);

function count(label?: unknown): void {
  const name = labelOf(label);
  const next = (counts[name] ?? 0) + 1;
  define(counts, name, next);
  write(() => `${name}: ${next}`);
}

function countReset(label?: unknown): void {
  const name = labelOf(label);
  if (counts[name] === undefined) write(() => `Warning: Count for '${name}' does not exist`);
  else define(counts, name, 0);
}

function time(label?: unknown): void {
  const name = labelOf(label);
  if (isRunning(name)) write(() => `Warning: Label '${name}' already exists for console.time()`);
  else define(timers, name, true);
}

const isRunning = (name: string): boolean => getOwnPropertyDescriptor(timers, name) !== undefined;

function timeLog(label?: unknown, ...values: unknown[]): void {
  const name = labelOf(label);
  // The clock stands still in a submission, so that it does the same each time.
  if (isRunning(name)) write(() => `${name}: 0ms${values.length > 0 ? ` ${format(values)}` : ""}`);
  else write(() => `Warning: No such label '${name}' for console.timeLog()`);
}

function timeEnd(label?: unknown): void {
  const name = labelOf(label);
  if (!isRunning(name)) {
    write(() => `Warning: No such label '${name}' for console.timeEnd()`);
    return;
  }
  delete timers[name];
  write(() => `${name}: 0ms`);
}

/** The console of a submission: that of https://console.spec.whatwg.org, printing as Node does. */
export const guestConsole = {
  log: print,
  info: print,
  debug: print,
  warn: print,
  error: print,
  dirxml: print,
  trace: safely(trace),
  assert: safely(assertThat),
  clear: () => {},
  count: safely(count),
  countReset: safely(countReset),
  dir: safely(dir),
  group: safely(group),
  groupCollapsed: safely(group),
  groupEnd: () => indent(-1),
  table: safely(table),
  time: safely(time),
  timeEnd: safely(timeEnd),
  timeLog: safely(timeLog),
  // Of a debugger, which is not there, as in Node without one.
  timeStamp: () => {},
  profile: () => {},
  profileEnd: () => {},
};
