/** A database cannot be used as it is: one line for the person who named it, without its password. Exit code 2. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
