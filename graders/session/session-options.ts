import type { CacheTrust } from "../../assignments/storage/cache.ts";
import type { GradingWatch } from "./grading-watch.ts";
import type { RunMemory } from "./run-memory.ts";

/** What a run of the grader is about. */
export type SessionOptions = {
  readonly assignment: string;
  /** `visible`: what a student checks at the desk; `all`: what counts. */
  readonly visibility: "visible" | "all";
  /** Chosen by the instructor; hidden cases depend on it. Default 1. */
  readonly seed?: number | undefined;
  /** The course secret; needed for hidden cases. */
  readonly secret?: string | undefined;
  /** Ids of the exercises to grade; default all. */
  readonly exercises?: readonly string[] | undefined;
  /** A token: instead of all cases the one that it names, see `readToken`. With `visible` alone. */
  readonly case?: string | undefined;
  /** Worker processes; default one per core. */
  readonly workers?: number | undefined;
  /** `process`: a process of its own for each submission. Default `pool`. */
  readonly isolation?: "pool" | "process" | undefined;
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** Who may have written what is believed of them; where marks follow, only who has the course secret. Default anybody. */
  readonly cacheTrust?: CacheTrust | undefined;
  /**
   * What wrong solutions return, where it is not kept, is computed in another process, so that this one goes on meanwhile: for many
   * submissions at once. Default here.
   */
  readonly outcomesApart?: boolean | undefined;
  /** Submissions are graded elsewhere, and only what grading follows from is asked for: no process is started. Default false. */
  readonly isElsewhere?: boolean | undefined;
  /** Whether who fails in hidden cases alone is shown a smaller case that fails in the same way. Default false. */
  readonly counterexamples?: boolean | undefined;
  /** Tells what the sandbox told before, so that it need not be opened. Default none: every submission is run. */
  readonly memory?: RunMemory | undefined;
  /** Hears how grading goes. Default nobody. */
  readonly watch?: GradingWatch | undefined;
};
