import type { Case } from "../../assignments/catalog/case.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { OptimizerValue, Value } from "../../assignments/values/value.ts";
import type { CaseInput, CaseReport, Report } from "../../reports/report/report.ts";
import { itemPath, memberPath } from "./compare/members.ts";
import { preview } from "./compare/numeric-block.ts";

/** Numbers of a tensor that are told: a 16 by 16 matrix in full. */
const mostNumbers = 256;

/**
 * A report that tells what visible cases call the functions with, so that a student can make the call again.
 * @param cases Those that were run.
 * @param which `failing`: of visible cases that did not pass; `every`: of every visible one.
 */
export function withInputs(
  report: Report,
  exercises: readonly Exercise[],
  cases: readonly Case[],
  which: "failing" | "every",
): Report {
  const tell = (exercise: string, told: CaseReport): CaseReport => {
    const isAsked = which === "every" || told.outcome !== "passed";
    const testCase = cases.find(({ id, exercise: of }) => id === told.id && of === exercise);
    const parameters = exercises.find(({ id }) => id === exercise)?.parameters;
    if (!isAsked || testCase?.visibility !== "visible" || parameters === undefined) return told;
    return { ...told, inputs: caseInputs(testCase.args, parameters) };
  };
  return {
    ...report,
    exercises: report.exercises.map((exercise) => ({
      ...exercise,
      cases: exercise.cases.map((told) => tell(exercise.id, told)),
    })),
  };
}

/** The arguments of a call, dictionaries and lists taken apart. @param parameters Names, in the order of the arguments. */
export function caseInputs(args: readonly Value[], parameters: readonly string[]): CaseInput[] {
  return args.flatMap((value, i) => inputsOf(parameters[i] ?? `argument ${i + 1}`, value));
}

function optimizerText({ name, learningRate, stepsBefore = 0 }: OptimizerValue): string {
  const fresh = `tf.train.${name}(${learningRate})`;
  return stepsBefore === 0 ? fresh : `${fresh} after ${stepsBefore} times applyGradients({})`;
}

function inputsOf(path: string, value: Value): CaseInput[] {
  switch (value.kind) {
    case "record":
      if (value.entries.length === 0) return [{ path, text: "{}" }];
      return value.entries.flatMap(([key, member]) => inputsOf(memberPath(path, key), member));
    case "list":
      if (value.items.length === 0) return [{ path, text: "[]" }];
      return value.items.flatMap((item, i) => inputsOf(itemPath(path, i), item));
    case "tensor":
      return [{ path, dtype: value.dtype, preview: preview(value, mostNumbers) }];
    case "array":
      return [{ path, preview: preview(value, mostNumbers) }];
    case "number":
    case "boolean":
      return [{ path, text: String(value.value) }];
    case "string":
      return [{ path, text: JSON.stringify(value.value) }];
    case "undefined":
      return [{ path, text: "undefined" }];
    case "rng":
      return [{ path, text: `new Rng(${value.seed})` }];
    case "optimizer":
      return [{ path, text: optimizerText(value) }];
    default:
      return value satisfies never;
  }
}
