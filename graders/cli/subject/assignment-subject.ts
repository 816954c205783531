import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { Intake } from "../../class/attempts/submission-attempt.ts";
import { sourceForm } from "../../class/attempts/submission-form.ts";
import type { BatchSettings } from "../../class/run/batch-settings.ts";
import type { WithTypes } from "../../class/run/student-grader.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { LocalQueue } from "../../session/local-queue.ts";
import { courseCaches } from "../course-caches.ts";
import { lookForTypes, type TypesSubject, wantsTypes } from "../look-for-types.ts";
import type { ClassGrading, ClassSubject, OpenRequest } from "./class-subject.ts";

/**
 * A class's programs.
 * @throws UnknownAssignmentError, ManifestError; {UsageError} where type errors cost points, and there is no compiler.
 */
export async function assignmentSubject(settings: BatchSettings): Promise<ClassSubject> {
  const { manifest, directory } = await openAssignment(settings.assignment);
  const isTyped = wantsTypes(manifest, settings.types);
  const types = isTyped ? { manifest, directory, exercises: settings.exercises } : undefined;
  return { work: manifest, form: sourceForm, open: (request) => open(settings, types, request) };
}

async function open(
  settings: BatchSettings,
  types: TypesSubject | undefined,
  { secret, workers, graderVersion }: OpenRequest,
): Promise<ClassGrading> {
  const session = await openSession(settings, secret, workers);
  return {
    version: session.version,
    grading: {
      read: readSubmission,
      queue: new LocalQueue(session, 2 * workers),
      fingerprint: session.gradingFingerprint(graderVersion),
      notesOn: (files) => session.notesOn(files),
      graderError: (error) => session.graderError("", error),
    },
    ...(types !== undefined && { lookAt: (intake) => lookAtClass(types, intake) }),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}

function openSession(
  { assignment, seed, exercises, isolation, counterexamples = true }: BatchSettings,
  secret: string,
  workers: number,
): Promise<GradingSession> {
  return GradingSession.open({
    assignment,
    visibility: "all",
    seed,
    secret,
    exercises,
    workers,
    isolation,
    outcomesApart: true,
    counterexamples,
    ...courseCaches(secret),
  });
}

/** One run of the compiler looks at everything that was handed in. */
function lookAtClass(types: TypesSubject, { attempts }: Pick<Intake, "attempts">): WithTypes {
  const paths = attempts.map(({ path }) => path);
  const found = lookForTypes(
    types,
    paths.map((path) => () => readSubmission(path)),
  );
  const indices = new Map(paths.map((path, index) => [path, index]));
  return async (path, report) => found(indices.get(path) ?? -1, report);
}
