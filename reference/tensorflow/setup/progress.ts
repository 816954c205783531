/** Tells a person at the terminal how far a long piece of work is. */
export type Progress = {
  /**
   * Begins the next phase.
   * @param share Part of the whole work that this phase is, in [0, 1].
   */
  readonly phase: (title: string, share: number) => void;
  /** @param done Part of the current phase that is done, in [0, 1]. */
  readonly advance: (done: number) => void;
  /** Writes one line that stays. */
  readonly note: (line: string) => void;
  /** Ends the display. */
  readonly stop: () => void;
};

/** A bar where the stream is a terminal, plain lines otherwise. */
export async function openProgress(stream: NodeJS.WriteStream): Promise<Progress> {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}

/** Progress as plain lines, one per phase: for logs. */
export function lineProgress(stream: { readonly write: (text: string) => unknown }): Progress {
  const note = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return { phase: (title) => note(`${title} ...`), advance: () => {}, note, stop: () => {} };
}

/** Progress as a bar over all phases: for a terminal. */
async function barProgress(stream: NodeJS.WriteStream): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage} % {title}",
    barsize: 30,
    barCompleteChar: "=",
    barIncompleteChar: "-",
    clearOnComplete: true,
    stopOnComplete: false,
    hideCursor: true,
    gracefulExit: false,
    stream,
  });
  const state = { title: "", before: 0, share: 0, done: 0, shown: false };
  const percent = (): number => Math.min(99, Math.round(100 * (state.before + state.share * state.done)));
  const show = (): void => {
    if (!state.shown) {
      bar.start(100, percent(), { title: state.title });
      // It hides the cursor: however the process ends, the terminal is left as it was.
      process.once("exit", hide);
    } else bar.update(percent(), { title: state.title });
    state.shown = true;
  };
  const hide = (): void => {
    if (state.shown) bar.stop();
    process.off("exit", hide);
    state.shown = false;
  };
  return {
    phase: (title, share) => {
      Object.assign(state, { title, before: state.before + state.share, share, done: 0 });
      show();
    },
    advance: (done) => {
      state.done = Math.max(state.done, Math.min(1, done));
      show();
    },
    note: (line) => {
      hide();
      stream.write(`${line}\n`);
    },
    stop: hide,
  };
}
