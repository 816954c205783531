import { message } from "../messages/message.ts";
import { type RichText, richText } from "../pages/page-text.ts";
import { phraseLoadFailure } from "../phrasing/errors/phrase-load-failure.ts";
import { type AdjustmentWords, phraseAdjustments, phraseRemark } from "../phrasing/phrase-adjustments.ts";
import { phraseOutcome } from "../phrasing/phrase-outcomes.ts";
import { codeSpan } from "../phrasing/text/code-span.ts";
import { phraseChange } from "../phrasing/text/format-number.ts";
import { capitalised, phraseList } from "../phrasing/text/sentence.ts";
import type { AppliedOverride, ClassResult, StudentResult } from "../report/class-result.ts";
import type { PartsKind } from "./part-words.ts";
import { type StudentLink, showText, studentLink } from "./student-link.ts";

/** A student and a remark. */
type RemarkView = {
  readonly student: StudentLink;
  readonly sentences: readonly RichText[];
  /** Whether the sentences are in English on every page: what compilers and graders say. */
  readonly isEnglish: boolean;
};

/** A list of remarks under a heading. */
type RemarksView = { readonly heading: string; readonly remarks: readonly RemarkView[] };

/** Everything that needs an instructor's attention, for a template. Empty lists are left out. */
export type AttentionView = {
  readonly lists: readonly RemarksView[];
  readonly adjusted: readonly RemarkView[];
  readonly missing: readonly StudentLink[];
  readonly unmatched: readonly { readonly path: string; readonly reason: string }[];
};

const longestSentence = 400;
const limits = ["timeout", "memory", "crashed"] as const;

/** Submissions with problems, marks that differ from the graded score, missing students and unmatched files. */
export function attentionView({ students, exercises, unmatched }: ClassResult, parts: PartsKind): AttentionView {
  const having = (status: StudentResult["status"]) => students.filter((student) => student.status === status);
  const lists = [
    {
      heading: message("class.not-loaded"),
      remarks: having("not-gradable").map((student) => messageRemark(student, parts)),
    },
    {
      heading: message("class.grader-failed"),
      remarks: having("grader-error").map((student) => messageRemark(student, parts)),
    },
    { heading: message("class.at-limit"), remarks: students.flatMap(limitRemark) },
    { heading: message("class.attempts"), remarks: students.flatMap(ownRemark) },
  ];
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  return {
    lists: lists.filter(({ remarks }) => remarks.length > 0),
    adjusted: students.filter(isAdjusted).map((student) => adjustedRemark(student, titles)),
    missing: having("missing").map(studentLink),
    unmatched: unmatched.map(({ path, reason }) => ({
      path: showText(path, longestSentence),
      reason: showText(reason, longestSentence),
    })),
  };
}

/** Whether a student's points differ from the graded ones. */
export function isAdjusted({ typeErrors, late, overrides }: StudentResult): boolean {
  return typeErrors !== undefined || late !== undefined || overrides.length > 0;
}

function messageRemark(student: StudentResult, parts: PartsKind): RemarkView {
  const told = student.summary?.message;
  return {
    student: studentLink(student),
    sentences: told === undefined ? [] : [richText(showText(phraseLoadFailure(told), longestSentence))],
    // What is said of a quiz is all ours.
    isEnglish: parts === "exercises" && told !== undefined && phraseLoadFailure(told) === told,
  };
}

function limitRemark(student: StudentResult): readonly RemarkView[] {
  const sentences = limits.flatMap((limit) => {
    const hit = (student.summary?.exercises ?? []).filter((exercise) => exercise.limits?.includes(limit));
    const names = hit.map(({ id }) => codeSpan(id));
    return names.length === 0
      ? []
      : [richText(message("class.limit-in", { outcome: phraseOutcome(limit), exercises: phraseList(names) }))];
  });
  return sentences.length === 0 ? [] : [{ student: studentLink(student), sentences, isEnglish: false }];
}

function ownRemark(student: StudentResult): readonly RemarkView[] {
  const { remarks = [] } = student;
  if (remarks.length === 0) return [];
  const sentences = remarks.map((remark) => richText(phraseRemark(remark)));
  return [{ student: studentLink(student), sentences, isEnglish: false }];
}

function adjustedRemark(student: StudentResult, titles: ReadonlyMap<string, string>): RemarkView {
  const { typeErrors, late, overrides, rawScore, score } = student;
  const sentences = [
    `${capitalised(phraseChange(rawScore, score))}.`,
    ...overrides.map((override) => phraseOverride(override, titles)),
    ...(typeErrors === undefined ? [] : phraseAdjustments({ typeErrors, overrides: [] }, []).map(phraseStep)),
    ...(late === undefined ? [] : [late.sentence]),
  ];
  return { student: studentLink(student), sentences: sentences.map(richText), isEnglish: false };
}

const phraseStep = ({ what, change, why }: AdjustmentWords): string => `${what}: ${change}. ${why}`;

function phraseOverride({ exercise, from, to, reason }: AppliedOverride, titles: ReadonlyMap<string, string>): string {
  const facts = { change: phraseChange(from, to), reason: showText(reason, longestSentence) };
  return exercise === undefined
    ? message("class.by-hand", facts)
    : message("class.exercise-by-hand", { exercise: titles.get(exercise) ?? exercise, ...facts });
}
