import { importModule } from "../../assignments/catalog/course.ts";
import type { Value } from "../../assignments/values/value.ts";
import { computeExpected, type ReferenceFunctions } from "../oracle/compute-expected.ts";
import type { NamedExercise } from "../oracle/run-reference.ts";
import { loadTensorflow } from "../tensorflow/load-tensorflow.ts";
import { courseArguments } from "./course-call.ts";
import { type CourseCall, type CourseCase, type CourseFixture, contractName } from "./course-fixture.ts";
import { courseResults } from "./course-results.ts";
import { disagreements, type Tolerance } from "./disagreements.ts";

/** One value of the course against ours. */
export type ConformanceCheck = {
  readonly id: string;
  /** Name of our function. */
  readonly exercise: string;
  readonly published: boolean;
  /** Where we depart from it; empty where we do not. */
  readonly disagreements: readonly string[];
  /** Why it was not compared. */
  readonly skipped?: string;
};

/** What is checked, and what is to be reproduced. */
export type ConformanceRequest = {
  readonly exercises: readonly NamedExercise[];
  /** Absolute path of the reference solution. */
  readonly referenceFile: string;
  /** Run-time exports of the contract: functions that the course gives to students. */
  readonly provided: ReferenceFunctions;
  /** Whether the assignment computes in float64 with plain numbers. */
  readonly float64: boolean;
  readonly fixture: CourseFixture;
};

/** What float32 adds to the tolerance of a value that was published with more digits than it has. */
const float32Slack: Tolerance = { rtol: 2e-6, atol: 1e-6 };

/**
 * Calls a reference with the inputs of the course and compares it with the course's values, on native TensorFlow where
 * it is set up.
 * @throws Error on a CI machine where native TensorFlow is wanted and cannot be loaded.
 */
export async function checkConformance(request: ConformanceRequest): Promise<ConformanceCheck[]> {
  await loadTensorflow("auto");
  const reference = await importModule<ReferenceFunctions>(request.referenceFile);
  const functions = { ...request.provided, ...reference };
  const checks: ConformanceCheck[] = [];
  for (const testCase of request.fixture.cases) checks.push(await check(request, functions, testCase));
  for (const call of request.fixture.calls ?? []) checks.push(await checkCall(request, functions, call));
  for (const { inputs_case, parameters } of request.fixture.superseded ?? []) {
    const testCase = request.fixture.cases.find(({ id }) => id === inputs_case);
    if (testCase === undefined) throw new Error(`Cannot check conformance: the fixture has no case ${inputs_case}`);
    checks.push(await checkSuperseded(request, functions, { ...testCase, expected: { parameters } }));
  }
  return checks;
}

async function check(
  request: ConformanceRequest,
  functions: ReferenceFunctions,
  testCase: CourseCase,
): Promise<ConformanceCheck> {
  const exercise = contractName(testCase.function);
  const common = { id: testCase.id, exercise, published: testCase.published };
  const known = exercise in functions || request.exercises.some(({ id }) => id === exercise);
  const skipped = reasonToSkip(testCase, known);
  if (skipped !== undefined) return { ...common, disagreements: [], skipped };
  try {
    return { ...common, disagreements: await compare(request, functions, testCase) };
  } catch (error) {
    return { ...common, disagreements: [error instanceof Error ? error.message : String(error)] };
  }
}

function reasonToSkip({ variant, function: name }: CourseCase, known: boolean): string | undefined {
  if (variant === "buggy" && name === "backward_propagation_n") return "the course's faulty function, to be mended";
  if (name === "compute_cost") return "the mean of an older contract; computeTotalLoss is the sum";
  return known ? undefined : `there is no ${contractName(name)}`;
}

async function compare(
  request: ConformanceRequest,
  functions: ReferenceFunctions,
  testCase: CourseCase,
): Promise<string[]> {
  const results = await call(request, functions, testCase);
  const { rtol, atol } = testCase.tolerance;
  const slack = request.float64 ? { rtol: 0, atol: 0 } : float32Slack;
  const tolerance = { rtol: rtol + slack.rtol, atol: atol + slack.atol };
  return Object.entries(testCase.expected).flatMap(([name, expected]) =>
    disagreements(results.get(name) ?? { kind: "undefined" }, expected, tolerance, name),
  );
}

async function checkCall(
  { exercises }: ConformanceRequest,
  functions: ReferenceFunctions,
  { id, function: name, args, expected, tolerance }: CourseCall,
): Promise<ConformanceCheck> {
  const common = { id, exercise: name, published: false };
  const made = { id, exercise: name, title: "", visibility: "visible" as const, args };
  const exercise = exercises.find((each) => each.id === name);
  try {
    const { value } = await computeExpected(functions, made, exercise);
    return { ...common, disagreements: disagreements(value, expected, tolerance, "result") };
  } catch (error) {
    return { ...common, disagreements: [error instanceof Error ? error.message : String(error)] };
  }
}

/** The old test file puts epsilon inside the root: nothing but the numbers may differ, and some must. */
async function checkSuperseded(
  request: ConformanceRequest,
  functions: ReferenceFunctions,
  testCase: CourseCase,
): Promise<ConformanceCheck> {
  const results = await call(request, functions, testCase);
  const actual = results.get("parameters") ?? { kind: "undefined" };
  const expected = testCase.expected["parameters"] ?? {};
  const found = disagreements(actual, expected, { rtol: 2e-6, atol: 1e-3 }, "parameters");
  const onlyNumbers = found.length > 0 && found.every((place) => place.includes("off by"));
  return {
    id: `${testCase.id}, superseded`,
    exercise: contractName(testCase.function),
    published: true,
    disagreements: onlyNumbers ? [] : ["it reproduces the values of an old test file that the course has corrected"],
  };
}

async function call(
  { exercises, float64 }: ConformanceRequest,
  functions: ReferenceFunctions,
  testCase: CourseCase,
): Promise<ReadonlyMap<string, Value>> {
  const name = contractName(testCase.function);
  const exercise = exercises.find(({ id }) => id === name);
  const args = courseArguments(testCase, exercise?.parameters ?? [], float64);
  const made = { id: testCase.id, exercise: name, title: "", visibility: "visible" as const, args };
  return courseResults(testCase, (await computeExpected(functions, made, exercise)).value);
}
