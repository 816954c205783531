/** What a launcher has to know of the process that it starts. */
export type Launch = {
  /** Its working directory, an empty folder. */
  readonly directory: string;
  /** Resident memory at which the process is killed; what the kernel allows is somewhat more. */
  readonly memoryLimitBytes: number;
};

/** Gives the words to put before a command so that the operating system, too, keeps the process from what is not its own. */
export type Launcher = (launch: Launch) => readonly string[];

/** Starts a process with nothing added. */
export const plainLauncher: Launcher = () => [];
