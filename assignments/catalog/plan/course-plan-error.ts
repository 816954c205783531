import { type JsonProblem, phraseProblem } from "../../storage/json-problem.ts";

/** A course.json, or its titles in another language, that cannot be used. @property lines What is wrong with it, one line each. */
export class CoursePlanError extends Error {
  override readonly name = "CoursePlanError";
  readonly lines: readonly string[];

  constructor(file: string, problems: readonly JsonProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => `Cannot use "${file}": ${phraseProblem(withoutPattern(problem), "it")}`);
    super(lines.join("\n"), options);
    this.lines = lines;
  }
}

/** What the schema says by a pattern, in words. */
function withoutPattern(problem: JsonProblem): JsonProblem {
  const { path, rule } = problem;
  if (!rule.startsWith("must match pattern")) return problem;
  if (path.endsWith(".id")) return { ...problem, rule: "must be lower-case letters and digits, with hyphens between" };
  if (path.endsWith(".starts")) return { ...problem, rule: "must be a date, as in 2026-10-12" };
  return { ...problem, rule: "must be a date with a time, as in 2026-10-18T23:59" };
}
