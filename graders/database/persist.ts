import pRetry from "p-retry";
import { DatabaseError } from "./database-error.ts";
import type { Database } from "./open-database.ts";
import { isPassing, phraseDatabaseFailure } from "./phrase-failure.ts";

/** How long a database may be away, milliseconds, until who waits for it gives up. */
const mostAwayMs = 10 * 60_000;

/** What is told of a database that does not answer. */
export type Persistence = {
  /** Default: until ten minutes have passed. */
  readonly signal?: AbortSignal | undefined;
  /** Told once for each time that it is away. @param why A clause. */
  readonly onAway?: ((why: string) => void) | undefined;
};

/**
 * Does something with a database, again and again where it is away. What is done may have been done before the answer was lost, so only
 * what changes nothing the second time may be asked for.
 * @throws {DatabaseError} where it stays away, or refuses.
 */
export async function persist<Result>(
  { address }: Pick<Database, "address">,
  act: () => Promise<Result>,
  { signal, onAway }: Persistence = {},
): Promise<Result> {
  let isTold = false;
  try {
    return await pRetry(act, {
      retries: Number.POSITIVE_INFINITY,
      maxRetryTime: mostAwayMs,
      minTimeout: 250,
      maxTimeout: 5000,
      randomize: true,
      ...(signal && { signal }),
      shouldRetry: ({ error }) => isPassing(error),
      onFailedAttempt: ({ error }) => {
        if (isTold || !isPassing(error)) return;
        isTold = true;
        onAway?.(phraseDatabaseFailure(error));
      },
    });
  } catch (error) {
    if (error instanceof DatabaseError || signal?.aborted) throw error;
    throw new DatabaseError(`Cannot go on with the database ${address.shown}: ${phraseDatabaseFailure(error)}`, {
      cause: error,
    });
  }
}
