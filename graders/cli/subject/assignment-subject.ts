import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { Intake } from "../../class/attempts/submission-attempt.ts";
import { sourceForm } from "../../class/attempts/submission-form.ts";
import type { WithTypes } from "../../class/run/student-grader.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { LocalQueue } from "../../session/local-queue.ts";
import { courseCaches } from "../course-caches.ts";
import { lookForTypes, type TypesSubject, wantsTypes } from "../look-for-types.ts";
import type { ClassGrading, ClassSubject, OpenRequest } from "./class-subject.ts";
import type { SubjectSettings } from "./open-subject.ts";

/**
 * A class's programs.
 * @throws UnknownAssignmentError, ManifestError; {UsageError} where type errors cost points, and there is no compiler.
 */
export async function assignmentSubject(settings: SubjectSettings): Promise<ClassSubject> {
  const { manifest, directory } = await openAssignment(settings.assignment);
  const isTyped = wantsTypes(manifest, settings.types);
  const types = isTyped ? { manifest, directory, exercises: settings.exercises } : undefined;
  return { work: manifest, form: sourceForm, open: (request) => open(settings, types, request) };
}

async function open(
  settings: SubjectSettings,
  types: TypesSubject | undefined,
  { graderVersion, ...request }: OpenRequest,
): Promise<ClassGrading> {
  const session = await openSession(settings, request);
  return {
    version: session.version,
    grading: {
      read: readSubmission,
      queue: new LocalQueue(session, 2 * request.workers),
      fingerprint: session.gradingFingerprint(graderVersion),
      notesOn: (files) => session.notesOn(files),
      graderError: (error) => session.graderError("", error),
    },
    ...(types !== undefined && { lookAt: (intake) => lookAtClass(types, intake) }),
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}

function openSession(
  { assignment, seed, exercises, isolation, counterexamples = true }: SubjectSettings,
  request: Omit<OpenRequest, "graderVersion">,
): Promise<GradingSession> {
  return GradingSession.open({
    assignment,
    visibility: "all",
    seed,
    exercises,
    isolation,
    ...request,
    outcomesApart: true,
    counterexamples,
    ...courseCaches(request.secret),
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
