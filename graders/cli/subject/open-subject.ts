import { listQuizzes } from "../../../assignments/catalog/course.ts";
import type { BatchSettings } from "../../class/run/batch-settings.ts";
import type { ClassSubject } from "./class-subject.ts";

/** What of the settings of a batch says what is graded, and how. */
export type SubjectSettings = Pick<
  BatchSettings,
  "assignment" | "seed" | "exercises" | "isolation" | "counterexamples" | "types"
>;

/**
 * What a class is graded on. Each kind of work loads its own.
 * @throws UnknownAssignmentError, ManifestError where there is no such work, or it cannot be used.
 */
export async function openSubject(settings: SubjectSettings): Promise<ClassSubject> {
  const isQuiz = (await listQuizzes()).includes(settings.assignment);
  if (isQuiz) return (await import("./quiz-subject.ts")).quizSubject(settings);
  return (await import("./assignment-subject.ts")).assignmentSubject(settings);
}
