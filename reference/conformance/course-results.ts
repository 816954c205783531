import type { Value } from "../../assignments/values/value.ts";
import { type CourseCase, contractName } from "./course-fixture.ts";

const rowSuffix = /_row0$/;

/**
 * What a function returned, under the names that the fixture gives the expected values: members of a dictionary where
 * there are several, first rows where only these are published, moments of drawn parameters where only bounds are.
 */
export function courseResults(testCase: CourseCase, value: Value): ReadonlyMap<string, Value> {
  const names = Object.keys(testCase.expected);
  if (names.includes("shapes")) return drawnParameters(testCase, value);
  const memberOf = (name: string) => entryOf(value, contractName(name.replace(rowSuffix, "")));
  const [only] = names;
  if (names.length === 1 && only !== undefined && memberOf(only) === undefined) return new Map([[only, value]]);
  return new Map(
    names.flatMap((name): [string, Value][] => {
      const member = memberOf(name);
      if (member === undefined) return [];
      return [[name, rowSuffix.test(name) ? firstRows(member) : member]];
    }),
  );
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

/** Of drawn parameters the course publishes shapes and bounds of the moments; a bound that holds is returned as it is. */
function drawnParameters({ expected }: CourseCase, value: Value): ReadonlyMap<string, Value> {
  const tensors = value.kind === "record" ? value.entries : [];
  const shapes = tensors.map(([key, item]): [string, Value] => {
    const shape = item.kind === "tensor" ? item.shape : [];
    return [key, { kind: "array", shape: [shape.length], data: Float64Array.from(shape) }];
  });
  const moments = tensors.map(([, item]) => momentsOf(item));
  const bounds = Object.entries(expected).flatMap(([name, bound]): [string, Value][] => {
    if (typeof bound !== "number") return [];
    const broken = moments.map((moment) => momentBeyond(name, bound, moment)).find((found) => found !== undefined);
    return [[name, { kind: "number", value: broken ?? bound }]];
  });
  return new Map([["shapes", { kind: "record", entries: shapes }], ...bounds]);
}

type Moments = { readonly mean: number; readonly deviation: number };

function momentsOf(value: Value): Moments {
  const data = value.kind === "tensor" ? Array.from(value.data) : [];
  const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
  return { mean, deviation: Math.sqrt(data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length) };
}

/** The moment that breaks a bound; undefined where none does. */
function momentBeyond(name: string, bound: number, { mean, deviation }: Moments): number | undefined {
  switch (name) {
    case "abs_mean_below":
      return Math.abs(mean) < bound ? undefined : Math.abs(mean);
    case "std_above":
      return deviation > bound ? undefined : deviation;
    case "std_below":
      return deviation < bound ? undefined : deviation;
    default:
      return Number.NaN;
  }
}
