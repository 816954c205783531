import { processTree } from "../../assignments/storage/processes.ts";
import { WaitedTime } from "./process-tree.ts";

/** What a process waits for processors even on a machine that has nothing else to do, milliseconds. */
const leastMs = 20;

/** For how long a process was kept waiting for a processor since what it does began. */
export class Starvation implements Disposable {
  readonly #pid: number | undefined;
  readonly #root: string;
  /** Of the first beginning: a worker starts no other process, and to look for them takes longer than to ask. */
  #waited: WaitedTime | undefined;
  #startMs: number | undefined;
  #excusedMs = 0;
  #wasUnknown = false;

  /** @param root Where the system tells about processes. */
  constructor(pid: number | undefined, root = "/proc") {
    this.#pid = pid;
    this.#root = root;
  }

  /** Something begins: what the process has waited until now is not counted. */
  begin(): void {
    this.#startMs = this.#waitedMs;
    this.#excusedMs = 0;
    this.#wasUnknown = false;
  }

  /** All that it has waited since the beginning, milliseconds; undefined where this system does not tell. */
  get sinceBeginMs(): number | undefined {
    const nowMs = this.#waitedMs;
    return nowMs === undefined || this.#startMs === undefined ? undefined : Math.max(0, nowMs - this.#startMs);
  }

  get #waitedMs(): number | undefined {
    if (this.#pid === undefined) return undefined;
    this.#waited ??= new WaitedTime(processTree(this.#pid, this.#root), this.#root);
    return this.#waited.ms;
  }

  /** Nobody asks any more. */
  [Symbol.dispose](): void {
    this.#waited?.[Symbol.dispose]();
    this.#waited = new WaitedTime([]);
  }

  /**
   * Asked where its time is over: how much more it gets, milliseconds, which is what it has waited since this was last asked.
   * @param timeMs The time that is over: it gets as much once more where the system tells nothing all of a sudden.
   * @returns 0 where it has had its time.
   */
  excuse(timeMs: number): number {
    const waitedMs = this.sinceBeginMs;
    if (waitedMs === undefined) {
      const isFirst = this.#startMs !== undefined && !this.#wasUnknown;
      this.#wasUnknown = true;
      return isFirst ? timeMs : 0;
    }
    const moreMs = waitedMs - this.#excusedMs;
    if (moreMs < leastMs) return 0;
    this.#excusedMs = waitedMs;
    return moreMs;
  }
}
