/** What was handed in, or the roster, cannot be used: one line for the person who started the batch. Exit code 2. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";
}
