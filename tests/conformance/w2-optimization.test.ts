import { beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../assignments/value.ts";
import { computeExpected } from "../../reference/compute-expected.ts";
import { loadTensorflow } from "../../reference/tensorflow/load-tensorflow.ts";
import * as reference from "../../reference/w2-optimization.ts";
import { type CourseCase, contractName, readCourseFixture, toValue } from "./course-fixture.ts";
import { disagreements } from "./disagreements.ts";

const fixture = readCourseFixture("w2-optimization");

beforeAll(async () => {
  await loadTensorflow("auto");
});

/** What the function returns, under the notebooks' names of the returned variables. */
async function results(testCase: CourseCase): Promise<ReadonlyMap<string, Value>> {
  const args = Object.entries(testCase.inputs).map(
    ([name, input]): Value =>
      name === "seed" && typeof input === "number" ? { kind: "rng", seed: input } : toValue(input),
  );
  const exercise = contractName(testCase.function);
  const value = await computeExpected(reference, { id: testCase.id, exercise, title: "", visibility: "visible", args });
  const names = Object.keys(testCase.expected).map((name) => name.replace(/_row0$/, ""));
  const [only] = names;
  const several = value.kind === "record" && names.every((name) => entryOf(value, contractName(name)) !== undefined);
  if (!several && names.length === 1 && only !== undefined) return new Map([[only, value]]);
  return new Map(names.map((name) => [name, entryOf(value, contractName(name)) ?? { kind: "undefined" }]));
}

function entryOf(record: Value, key: string): Value | undefined {
  return record.kind === "record" ? new Map(record.entries).get(key) : undefined;
}

/** The first row of each matrix, the only one that some of the course's tests look at. */
function firstRows(value: Value): Value {
  if (value.kind === "record") {
    return { kind: "record", entries: value.entries.map(([key, item]) => [key, firstRows(item)]) };
  }
  if (value.kind !== "tensor") return value;
  const columns = value.shape[1] ?? 0;
  return { ...value, shape: [columns], data: value.data.slice(0, columns) };
}

describe("reference of w2-optimization", () => {
  test.each(fixture.cases.map((testCase) => [testCase.id, testCase] as const))(
    "%s: meets the value of the course at float32 precision",
    async (_, testCase) => {
      const { rtol, atol } = testCase.tolerance;
      const widened = { rtol: rtol + 2e-6, atol: atol + 1e-6 };
      const actual = await results(testCase);
      const found = Object.entries(testCase.expected).flatMap(([name, expected]) => {
        const value = actual.get(name.replace(/_row0$/, "")) ?? { kind: "undefined" as const };
        return disagreements(name.endsWith("_row0") ? firstRows(value) : value, expected, widened, name);
      });
      expect(found).toEqual([]);
    },
  );

  test.each(fixture.superseded)(
    "updateParametersWithAdam() keeps epsilon outside the root, unlike the old test file of $inputs_case",
    async ({ inputs_case, parameters }) => {
      const inputs = fixture.cases.find(({ id }) => id === inputs_case);
      if (inputs === undefined) throw new Error(`the fixture has no case ${inputs_case}`);
      const actual = (await results(inputs)).get("parameters") ?? { kind: "undefined" };
      const found = disagreements(actual, parameters, { rtol: 2e-6, atol: 1e-3 }, "parameters");
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((place) => place.includes("off by"))).toBe(true);
    },
  );

  test("every graded function has a case of the course", () => {
    const covered = new Set(fixture.cases.map((testCase) => contractName(testCase.function)));
    expect(covered).toEqual(new Set(Object.keys(reference)));
  });
});
