const keys = {
  result:
    "score execution_time output output_format test_output_format test_name_format visibility stdout_visibility extra_data tests leaderboard",
  test: "score max_score status name name_format number output output_format tags visibility extra_data",
};
const formats = ["text", "html", "simple_format", "md", "ansi"];
const visibilities = ["hidden", "after_due_date", "after_published", "visible"];

type Fields = Readonly<Record<string, unknown>>;

/** What Gradescope makes of `results.json`. */
export type GradescopeImport = {
  readonly total: number | "hidden";
  readonly tests: readonly Fields[];
  readonly output: string;
};

/**
 * Reads a file as Gradescope does.
 * @throws Error where the autograder would count as failed.
 */
export function readGradescope(text: string): GradescopeImport {
  const result = JSON.parse(text) as Fields;
  const tests = (result["tests"] ?? []) as readonly Fields[];
  checkFields(result, keys.result);
  for (const test of tests) {
    checkFields(test, keys.test);
    if (!["passed", "failed"].includes(String(test["status"]))) throw new Error("status");
    if (typeof test["name"] !== "string" || typeof test["number"] !== "string") throw new Error("name");
    if (typeof test["max_score"] !== "number") throw new Error("max_score");
  }
  const scored = tests.filter(({ score }) => typeof score === "number");
  if (typeof result["score"] === "number" ? scored.length > 0 : scored.length === 0 || scored.length < tests.length)
    throw new Error("either the whole has a score, or every test");
  const sum = scored.reduce((total, { score }) => total + Number(score), 0);
  const isHidden = tests.some((test) => (test["visibility"] ?? result["visibility"]) === "hidden");
  const output = [result["output"] ?? "", ...tests.map((test) => test["output"] ?? "")].join("\n");
  return { total: isHidden ? "hidden" : Number(result["score"] ?? sum), tests, output };
}

function checkFields(fields: Fields, known: string): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!known.split(" ").includes(key)) throw new Error(`no field ${key}`);
    if (key.endsWith("visibility") && !visibilities.includes(String(value))) throw new Error(key);
    if (key.endsWith("format") && !formats.includes(String(value))) throw new Error(key);
  }
}
