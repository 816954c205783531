/** A callback that waits for its turn; the clock never moves, so the delay only orders. */
type Timer = {
  readonly id: number;
  readonly due: number;
  readonly callback: () => void;
  readonly next: Timer | undefined;
};

let waiting: Timer | undefined;
let lastId = 0;
let now = 0;

/**
 * `setTimeout` inside the sandbox: ordered by delay, then by age; run by {@link runNextTimer} when nothing else is
 * left to do, without any real waiting.
 * @returns An id for {@link clearTimer}.
 */
export function setTimer(callback: () => void, delayMs: number): number {
  lastId += 1;
  // No Math.max: it may be the submission's by now.
  const due = now + (delayMs > 0 ? delayMs : 0);
  waiting = insert(waiting, { id: lastId, due, callback, next: undefined });
  return lastId;
}

/** Takes back a timer that has not run. */
export function clearTimer(id: number): void {
  waiting = without(waiting, id);
}

/** Forgets all timers, between two cases. */
export function resetTimers(): void {
  waiting = undefined;
  now = 0;
}

/**
 * Runs the timer that is due first.
 * @returns False when none waits: a promise that is still pending can then never settle.
 */
export function runNextTimer(): boolean {
  if (waiting === undefined) return false;
  const { callback, due } = waiting;
  now = due;
  waiting = waiting.next;
  callback();
  return true;
}

function insert(list: Timer | undefined, timer: Timer): Timer {
  if (list === undefined || list.due > timer.due) return { ...timer, next: list };
  return { ...list, next: insert(list.next, timer) };
}

function without(list: Timer | undefined, id: number): Timer | undefined {
  if (list === undefined) return undefined;
  return list.id === id ? list.next : { ...list, next: without(list.next, id) };
}
