import { resolve } from "node:path";
import { DatabaseError } from "./database-error.ts";

/** Where jobs and results are kept. */
export type DatabaseAddress = {
  /** What people are shown: no password, and nothing else of what follows a `?`. */
  readonly shown: string;
} & (
  | {
      /** A PostgreSQL server. @property url With its password. */
      readonly kind: "server";
      readonly url: string;
    }
  | {
      /** A folder of this machine, in which PostgreSQL runs inside this process (PGlite). */
      readonly kind: "folder";
      readonly path: string;
    }
);

const schemes = ["postgres:", "postgresql:"];

/**
 * Reads where a database is.
 * @param text `postgres://user:password@host:5432/name`, or a folder.
 * @throws {DatabaseError} where it is neither; it names no password.
 */
export function readAddress(text: string): DatabaseAddress {
  if (text === "") throw new DatabaseError("Cannot use the database: its address is empty");
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//iu.exec(text)?.[1];
  if (scheme === undefined && /:\/\/|^postgres(ql)?:|\b(password|host|dbname)=/i.test(text)) {
    throw new DatabaseError(
      "Cannot read the address of the database: it must be postgres://user:password@host:5432/name, or a folder",
    );
  }
  if (scheme === undefined) {
    const path = resolve(text);
    return { kind: "folder", path, shown: path };
  }
  const url = URL.parse(text);
  if (!schemes.includes(`${scheme.toLowerCase()}:`)) {
    throw new DatabaseError(
      `Cannot use a database at ${scheme}://…: it must be postgres://user:password@host:5432/name, or a folder`,
    );
  }
  // A password with a / or a ? that is not encoded ends the host: what comes after it looks like a path.
  if (url === null || /[@:]|^\/.*\//.test(url.pathname) || url.search.includes("@") || url.hash !== "") {
    throw new DatabaseError(
      "Cannot read the address of the database: a special character in its user or password must be written as %XX, @ as %40",
    );
  }
  return { kind: "server", url: text, shown: withoutSecrets(url) };
}

function withoutSecrets({ protocol, username, host, pathname }: URL): string {
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
