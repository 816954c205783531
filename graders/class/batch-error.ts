/** A batch cannot begin with what it was given: one line for the person who started it. Exit code 2. */
export class BatchError extends Error {
  override readonly name = "BatchError";
}
