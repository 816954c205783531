import { NativeNumber, reflectApply } from "../intrinsics/intrinsics.ts";

/** A callback that waits for its turn; the clock never moves, so the delay only orders. */
type Timer = {
  readonly id: number;
  readonly due: number;
  readonly callback: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  /** Of an interval: the delay between two turns. */
  readonly every: number | undefined;
  next: Timer | undefined;
};

/** What `setTimeout` returns: as in Node an object, which is an id where a number is wanted. */
export type TimerHandle = {
  readonly ref: () => TimerHandle;
  readonly unref: () => TimerHandle;
  readonly hasRef: () => boolean;
  readonly refresh: () => TimerHandle;
  readonly close: () => TimerHandle;
};

type Callback = Timer["callback"];

const toPrimitive: typeof Symbol.toPrimitive = Symbol.toPrimitive;
const dispose: typeof Symbol.dispose = Symbol.dispose;
const shortestDelay = 1;
const longestDelay = 2 ** 31 - 1;

let waiting: Timer | undefined;
let last: Timer | undefined;
let lastId = 0;
let now = 0;

/** `setTimeout` inside the sandbox: ordered by delay, then by age; run by {@link runNextTimer} without any real waiting. */
export function setTimer(callback: Callback, delayMs?: unknown, ...args: unknown[]): TimerHandle {
  return handleOf(start(checked(callback, "setTimeout"), asDelay(delayMs), args, undefined));
}

/** `setInterval`: comes back until it is cleared. */
export function setRepeatingTimer(callback: Callback, delayMs?: unknown, ...args: unknown[]): TimerHandle {
  const every = asDelay(delayMs);
  return handleOf(start(checked(callback, "setInterval"), every, args, every));
}

/** `setImmediate`: a timer without delay. */
export function setImmediateTimer(callback: Callback, ...args: unknown[]): TimerHandle {
  return handleOf(start(checked(callback, "setImmediate"), 0, args, undefined));
}

/** Takes back a timer that has not run, or an interval. @param handle What was returned for it, or the number of that. */
export function clearTimer(handle?: unknown): void {
  if (typeof handle === "object" && handle !== null && ids in handle) remove((handle as Numbered)[ids]);
  else if (typeof handle === "number") remove(handle);
}

/** Forgets all timers, between two cases. */
export function resetTimers(): void {
  waiting = undefined;
  last = undefined;
  now = 0;
}

/** The time on the clock that timers are ordered by, milliseconds. */
export const timerClock = (): number => now;

/** Whether a timer is due up to some time. */
export const isTimerDue = (until: number): boolean => waiting !== undefined && waiting.due <= until;

/**
 * Runs the timer that is due first.
 * @returns False when none waits: a promise that is still pending can then never settle.
 */
export function runNextTimer(): boolean {
  if (waiting === undefined) return false;
  const { callback, args, due, every, id } = waiting;
  now = due;
  waiting = waiting.next;
  if (waiting === undefined) last = undefined;
  if (every !== undefined) insert({ id, due: now + every, callback, args, every, next: undefined });
  reflectApply(callback, undefined, args as never[]);
  return true;
}

// A private name of ours: a submission that makes such an object by itself can at most clear timers of its own.
const ids: unique symbol = Symbol("timer");
type Numbered = TimerHandle & {
  readonly [ids]: number;
  readonly [toPrimitive]: () => number;
  readonly [dispose]: () => void;
};

function handleOf(id: number): TimerHandle {
  let isReferenced = true;
  const refer = (is: boolean): TimerHandle => {
    isReferenced = is;
    return handle;
  };
  const handle: Numbered = {
    ref: () => refer(true),
    unref: () => refer(false),
    hasRef: () => isReferenced,
    refresh: () => handle,
    close: () => {
      remove(id);
      return handle;
    },
    [dispose]: () => remove(id),
    [ids]: id,
    [toPrimitive]: () => id,
  };
  return handle;
}

function checked(callback: unknown, name: string): Callback {
  if (typeof callback !== "function") throw new TypeError(`${name} needs a function, and got ${typeof callback}`);
  return callback as Callback;
}

/** As Node has it: whole milliseconds; whatever is no delay, or too long a one, is the shortest. */
function asDelay(delayMs: unknown): number {
  const delay = delayMs === undefined ? shortestDelay : NativeNumber(delayMs);
  return delay >= shortestDelay && delay <= longestDelay ? delay - (delay % 1) : shortestDelay;
}

function start(callback: Callback, delay: number, args: readonly unknown[], every: number | undefined): number {
  lastId += 1;
  insert({ id: lastId, due: now + delay, callback, args, every, next: undefined });
  return lastId;
}

function insert(timer: Timer): void {
  if (last !== undefined && last.due <= timer.due) {
    last.next = timer;
    last = timer;
    return;
  }
  let before: Timer | undefined;
  for (let at = waiting; at !== undefined && at.due <= timer.due; at = at.next) before = at;
  link(before, timer);
}

function link(before: Timer | undefined, timer: Timer): void {
  timer.next = before === undefined ? waiting : before.next;
  if (before === undefined) waiting = timer;
  else before.next = timer;
  if (timer.next === undefined) last = timer;
}

function remove(id: number): void {
  let before: Timer | undefined;
  for (let at = waiting; at !== undefined; at = at.next) {
    if (at.id === id) {
      if (before === undefined) waiting = at.next;
      else before.next = at.next;
      if (last === at) last = before;
      return;
    }
    before = at;
  }
}
