const codes: ReadonlySet<string> = new Set([
  "EMFILE",
  "ENFILE",
  "ENOMEM",
  "EIO",
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EAGAIN",
  "ENOBUFS",
  "ESTALE",
]);
const phrases: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full for this account",
  EMFILE: "too many files are open (EMFILE); raise the limit with ulimit -n",
  ENFILE: "too many files are open on this machine (ENFILE)",
  ENOMEM: "there is no memory left (ENOMEM)",
};

/** What the machine could not do, told in one line to the person who runs it. It says nothing about any submission. */
export class MachineFailure extends Error {
  override readonly name = "MachineFailure";
}

/** An error of the system that names what was tried. */
export type SystemError = NodeJS.ErrnoException & { readonly syscall: string; readonly code: string };

/** Whether the system refused something for reasons of its own: never a verdict about what was being read or written. */
export function isMachineFailure(error: unknown): error is SystemError {
  const { syscall, code } = (error ?? {}) as NodeJS.ErrnoException;
  return syscall !== undefined && code !== undefined && codes.has(code);
}

/** A clause on such a failure: `the disk is full`. */
export function phraseMachineFailure({ code }: SystemError): string {
  return phrases[code] ?? code;
}
