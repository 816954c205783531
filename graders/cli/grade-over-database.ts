import type { BatchSettings } from "../class/run/batch-settings.ts";
import type { DatabaseAddress } from "../database/address.ts";
import { type Database, openDatabase } from "../database/open-database.ts";
import { DatabaseQueue } from "../queue/database-queue.ts";
import { priority } from "../queue/job.ts";
import { queueStatus } from "../queue/queue-status.ts";
import { queueOf, type Requirement, secretId } from "../queue/requirement.ts";
import { QueueWorker } from "../queue/worker/queue-worker.ts";
import type { JobQueue } from "../session/ports.ts";
import { tell } from "./output.ts";
import type { ClassGrading, OpenRequest } from "./subject/class-subject.ts";
import { openSubject } from "./subject/open-subject.ts";
import { titleOf, waitsFor } from "./waits-for.ts";

/** How often is looked whether anybody takes the jobs, milliseconds: longer than a worker takes to join. */
const lookMs = 10_000;

/** What is graded, and by what. @property opened It grades nothing itself. */
type Work = {
  /** What comes first among all that waits in the database. */
  readonly urgency: keyof typeof priority;
  readonly settings: BatchSettings;
  readonly request: OpenRequest;
  readonly opened: Pick<ClassGrading, "version" | "grading">;
};

/**
 * A queue in a database, whose jobs are graded by workers that have joined it. One in a folder nobody else can join, so that a worker in
 * this process does.
 * @throws {DatabaseError} where it cannot be used.
 */
export async function gradeOverDatabase(
  address: DatabaseAddress,
  { urgency, settings, request, opened }: Work,
): Promise<{ readonly queue: JobQueue } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const onError = (error: Error): void => tellAway(address, error.message);
  const database = stack.use(await openDatabase(address, { name: "gradecheck batch", onError }));
  const requirement = requirementOf(settings, request, opened);
  const queue = stack.use(
    await DatabaseQueue.open(database, {
      requirement,
      secret: request.secret,
      priority: priority[urgency],
      graderError: opened.grading.graderError,
      onAway: (why) => tellAway(address, why),
      onDisbelieved: () => tell(`A result in ${address.shown} was not written with this course secret; grading again`),
    }),
  );
  if (address.kind === "folder") {
    const worker = new QueueWorker(database, {
      secret: request.secret,
      version: request.graderVersion,
      width: 2 * request.workers,
      open: async (requirement) => (await openSubject(requirement.settings)).open(request),
      drain: false,
      // What others have left there is none of this class.
      only: queueOf(requirement),
      events: { onAway: (why) => tellAway(address, why) },
    });
    const ending = new AbortController();
    const running = worker.run(ending.signal);
    running.catch((error: unknown) => queue.fail(error));
    stack.defer(async () => {
      ending.abort();
      await running.catch(() => undefined);
    });
  } else stack.use(tellingWhatFor(database, queueOf(requirement)));
  const all = stack.move();
  return { queue, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Says once for each reason why nobody takes the jobs of a queue. */
function tellingWhatFor(database: Database, name: string): Disposable {
  let told: string | undefined;
  const look = async (): Promise<void> => {
    const { queues, workers } = await queueStatus(database);
    const own = queues.find(({ queue }) => queue === name);
    const why = own && waitsFor(own, workers.length);
    if (own !== undefined && why !== undefined && why !== told) tell(`${own.waiting} jobs of ${titleOf(own)}: ${why}`);
    told = why;
  };
  const looks = setInterval(() => void look().catch(() => undefined), lookMs);
  return { [Symbol.dispose]: () => clearInterval(looks) };
}

const tellAway = ({ shown }: DatabaseAddress, why: string): void => tell(`Waiting for the database ${shown}: ${why}`);

function requirementOf(
  { assignment, seed, exercises, counterexamples, language, isolation }: BatchSettings,
  { secret, graderVersion }: OpenRequest,
  { version, grading }: Work["opened"],
): Requirement {
  return {
    fingerprint: grading.fingerprint,
    graderVersion,
    workVersion: version,
    secretId: secretId(secret),
    settings: {
      assignment,
      seed,
      ...(exercises && { exercises }),
      ...(counterexamples !== undefined && { counterexamples }),
      ...(language && { language }),
      ...(isolation && { isolation }),
    },
  };
}
