import { readFile } from "node:fs/promises";

/** The JSON Schemas by name, as `gradecheck schema` lists them, and what each is of. */
export const schemas = {
  course: {
    of: "assignments/course.json, the plan of a course",
    file: "../../assignments/catalog/plan/course-plan.schema.json",
  },
  "course-titles": {
    of: "assignments/course.<language>.json",
    file: "../../assignments/catalog/plan/course-titles.schema.json",
  },
  manifest: { of: "assignments/<id>/assignment.json", file: "../../assignments/catalog/manifest.schema.json" },
  "course-texts": {
    of: "assignments/<id>/messages.<language>.json",
    file: "../../assignments/catalog/course-texts.schema.json",
  },
  quiz: { of: "assignments/<id>/quiz.json", file: "../../assignments/quiz/quiz.schema.json" },
  "quiz-key": { of: "reference/<id>/key.json", file: "../../reference/quiz/quiz-key.schema.json" },
  answers: {
    of: "answers.json, what a student answered in a quiz",
    file: "../../assignments/quiz/answers.schema.json",
  },
  report: { of: "the report of a submission, as --json prints it", file: "../../reports/report/report.schema.json" },
  "batch-settings": {
    of: "batch.json, in the folder of a batch",
    file: "../class/run/batch-settings.schema.json",
  },
  "question-analysis": {
    of: "questions.json, in the folder of a batch of a quiz",
    file: "../../reports/class/questions/question-analysis.schema.json",
  },
  "fairness-index": {
    of: "index.json, in a folder of right and wrong submissions",
    file: "../fairness/fairness-index.schema.json",
  },
  kit: { of: "kit.json, in the folder of a kit's assignment", file: "../session/kit-description.schema.json" },
} as const;

/** One of {@link schemas}. */
export type SchemaName = keyof typeof schemas;

/** The text of a schema. */
export function readSchema(name: SchemaName): Promise<string> {
  return readFile(new URL(schemas[name].file, import.meta.url), "utf8");
}
