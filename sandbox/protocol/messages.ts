// What host and worker say to each other; each is the header of a frame. Parts, where there are any, are named here.

/** Inputs of one exercise, the same for all submissions. */
export type ExerciseInputs = {
  readonly exercise: string;
  readonly parameters: readonly string[];
  /** Names of the parameters that the function is to change in place. */
  readonly mutates: readonly string[];
  /** Call first cases again, to find a function that keeps state. */
  readonly repeat: boolean;
  /** Time for one case, milliseconds. */
  readonly caseTimeMs: number;
  readonly caseIds: readonly string[];
  /** How many of the cases, the first ones, are visible: they are run before all hidden ones. */
  readonly visibleCases: number;
};

/** First message to a worker. Parts: the guest's code, its snapshot (empty when there is none), then the arguments of each case, exercise by exercise. */
export type SetupMessage = {
  readonly type: "setup";
  readonly memoryMb: number;
  readonly consoleCharacters: number;
  readonly exercises: readonly ExerciseInputs[];
};

/** A case to run: positions in {@link SetupMessage}. */
export type PlannedCase = {
  readonly exercise: number;
  readonly case: number;
  /** Run in the context that exercises share; else in one of the exercise's own. */
  readonly isShared: boolean;
  /** Called before with the same inputs: right before, or with other calls in between. */
  readonly again?: "at-once" | "later" | undefined;
};

/** Run one submission, or go on with it. Part: its bundled code, UTF-8; empty where the run goes on. */
export type RunMessage = {
  readonly type: "run";
  readonly run: number;
  /** Goes on with the submission of the run before, in the isolate that it has left, if it has. */
  readonly continues: boolean;
  /**
   * Results may be held back for a moment and sent together. Whoever dies takes what is held along, so that this is for submissions
   * that have done nothing irregular yet.
   */
  readonly mayHold: boolean;
  /** Time that all cases of a shared context may take together, milliseconds. */
  readonly sharedMs: number;
  /** Time that a case of each exercise of the setup may take in this run, milliseconds. */
  readonly caseTimesMs: readonly number[];
  readonly plan: readonly PlannedCase[];
};

/** Everything the host sends. */
export type HostMessage = SetupMessage | RunMessage;

/** A case that has come to its end. */
export type AnsweredCase = {
  readonly exercise: number;
  readonly case: number;
  /** Processor time that it took, milliseconds. */
  readonly cpuMs: number;
};

/**
 * Everything a worker sends. `loaded` carries the guest's reply as its part, `answered` one for each of its cases, in order; it is empty for
 * a case that is called again and answers as before, or is not called since it returned nothing before. `stopped` ends a case, or
 * the loading of the submission where `case` is -1, that hit a limit of the isolate. It ends the run as well, and no `done` follows, except
 * where a case, not the loading, is stopped by `never-settled`.
 */
export type WorkerMessage =
  | {
      readonly type: "ready";
      /** How long a fixed piece of arithmetic took, milliseconds. */
      readonly calibrationMs: number;
    }
  | { readonly type: "loaded"; readonly run: number }
  | { readonly type: "answered"; readonly run: number; readonly cases: readonly AnsweredCase[] }
  | {
      readonly type: "stopped";
      readonly run: number;
      readonly exercise: number;
      readonly case: number;
      readonly by: "time" | "memory" | "never-settled" | "error";
      readonly detail: string;
      /** Processor time that the case got, milliseconds: much less than the limit where the machine was busy with others. */
      readonly cpuMs: number;
    }
  /** The shared context can or shall not be used any more; ends the run. */
  | { readonly type: "unshared"; readonly run: number }
  | {
      readonly type: "done";
      readonly run: number;
      /** Whether all is as it was that exercises of the shared context have in common. */
      readonly untouched: boolean;
    };
