/** Failures that pass: the database is being started again, or the way to it is broken. Codes of the system and of PostgreSQL. */
const passing = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EAI_AGAIN",
  // Shut down, crashed, starting; disk full, memory full, too many connections; could not serialise, deadlock.
  "57P01",
  "57P02",
  "57P03",
  "53100",
  "53200",
  "53300",
  "40001",
  "40P01",
];

/** A prepared statement no longer fits its tables, or is unknown: on another connection it is prepared anew. Codes of PostgreSQL. */
export const staleStatement: readonly string[] = ["0A000", "26000"];

/** The code of the system or of PostgreSQL, where an error has one. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}

/** What the driver says in words alone. */
const passingWords = ["Connection terminated", "timeout exceeded when trying to connect", "Client has encountered"];

/** Whether a failure is the database's, or that of the way to it: the driver's errors have codes of PostgreSQL. */
export function isOfDatabase(error: unknown): boolean {
  const { severity } = (error ?? {}) as { readonly severity?: unknown };
  return isPassing(error) || (codeOf(error).length === 5 && typeof severity === "string");
}

/** Whether to try again may help: nothing is wrong with what was asked. */
export function isPassing(error: unknown): boolean {
  const { message = "" } = (error ?? {}) as { readonly message?: string };
  const code = codeOf(error);
  if (passing.includes(code) || staleStatement.includes(code) || code.startsWith("08")) return true;
  if (error instanceof AggregateError) return error.errors.every(isPassing);
  return passingWords.some((words) => message.includes(words));
}

const phrases: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there; start it, or correct the address",
  ENOTFOUND: "its host is unknown; correct the address",
  EAI_AGAIN: "its host's name cannot be looked up now",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its network cannot be reached",
  ECONNRESET: "it has closed the connection",
  "28P01": "it refuses the password",
  "28000": "it refuses this user",
  "3D000": "there is no such database on the server; create it",
  "42501": "this user may not create or use tables there; grant CREATE on the database",
  "53100": "its disk is full",
  ENOSPC: "its disk is full",
  "53200": "it has no memory left",
  "53300": "it has too many connections already",
  ERR_MODULE_NOT_FOUND:
    "PostgreSQL in a folder is not installed; run npm install @electric-sql/pglite, or name a server",
  "57P03": "it is starting or shutting down",
};

/** A clause on what a database, or the way to it, says. It holds no password, for none of these messages does. */
export function phraseDatabaseFailure(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return phraseDatabaseFailure(error.errors[0]);
  const { message = "" } = (error ?? {}) as { readonly message?: string };
  if (message.includes("timeout exceeded")) return phrases["ETIMEDOUT"] ?? message;
  if (message.startsWith("Connection terminated")) return phrases["ECONNRESET"] ?? message;
  return phrases[codeOf(error)] ?? (message === "" ? String(error) : message);
}
