import { answersForm } from "../../class/attempts/submission-form.ts";
import { askedQuestions } from "../../quiz/asked-questions.ts";
import { openQuizBasis } from "../../quiz/quiz-basis.ts";
import { QuizGrader } from "../../quiz/quiz-grader.ts";
import { readAnswersFile } from "../../quiz/read-answers-file.ts";
import { LocalQueue } from "../../session/local-queue.ts";
import type { ClassSubject } from "./class-subject.ts";
import type { SubjectSettings } from "./open-subject.ts";

/** Files of answers that are read at once; they are judged one after the other, in this process. */
const width = 4;

/**
 * A class's answers to a quiz.
 * @throws ManifestError where its questions or its key cannot be used.
 */
export async function quizSubject({ assignment, seed }: SubjectSettings): Promise<ClassSubject> {
  const basis = await openQuizBasis(assignment, seed);
  const { id, title, version } = basis.quiz;
  return {
    work: { id, title, version, exercises: askedQuestions(basis) },
    form: answersForm,
    open: async ({ graderVersion }) => {
      const grader = new QuizGrader(basis);
      return {
        version: grader.version,
        grading: {
          read: readAnswersFile,
          queue: new LocalQueue(grader, width),
          fingerprint: grader.gradingFingerprint(graderVersion),
          // A kit of a quiz is a page, which leaves no trace in the answers.
          notesOn: async () => [],
          graderError: (error) => grader.graderError("", error),
        },
        [Symbol.asyncDispose]: async () => undefined,
      };
    },
  };
}
