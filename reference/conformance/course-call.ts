import type { Value } from "../../assignments/values/value.ts";
import { type CourseArray, type CourseCase, type CourseValue, isCourseArray, isList } from "./course-fixture.ts";

/**
 * The arguments of a course case in the order of our contract: the notebook's own, in the order of its signature, and a
 * generator with the case's seed where the contract has `rng`.
 * @param parameters Parameter names of our contract; empty for a function that only the notebook names.
 * @param float64 Whether matrices are nested arrays of plain numbers instead of float32 tensors.
 */
export function courseArguments(testCase: CourseCase, parameters: readonly string[], float64: boolean): Value[] {
  const entries = Object.entries(testCase.inputs);
  const seed = entries.find(([name]) => name === "seed")?.[1] ?? testCase.draws?.seed;
  const args = entries.filter(([name]) => name !== "seed").map(([name, input]) => toArgument(name, input, float64));
  const place = parameters.indexOf("rng");
  if (place < 0) return args;
  if (typeof seed !== "number") throw new TypeError(`Cannot call "${testCase.function}": ${testCase.id} has no seed`);
  const before = args.slice(0, place);
  while (before.length < place) before.push({ kind: "undefined" });
  return [...before, { kind: "rng", seed }, ...args.slice(place)];
}

function toArgument(name: string, input: CourseValue, float64: boolean): Value {
  // The notebook takes the label as a list of one as well; our contract takes the number.
  const [only] = isList(input) ? input : [];
  if (name === "label" && typeof only === "number") return { kind: "number", value: only };
  return toValue(input, float64);
}

/** A fixture's input as a value: arrays become float32 tensors, or nested arrays in float64. */
function toValue(input: CourseValue, float64: boolean): Value {
  if (typeof input === "number") return { kind: "number", value: input };
  if (typeof input === "boolean") return { kind: "boolean", value: input };
  if (isCourseArray(input)) return float64 ? nested(input) : tensor(input);
  if (isList(input)) return { kind: "list", items: input.map((item) => toValue(item, float64)) };
  return { kind: "record", entries: Object.entries(input).map(([key, item]) => [key, toValue(item, float64)]) };
}

function tensor({ shape, data }: CourseArray): Value {
  return { kind: "tensor", dtype: "float32", shape, data: new Float32Array(data), variable: false };
}

/** A vector of the notebooks is one row of ours. */
function nested({ shape, data }: CourseArray): Value {
  return { kind: "array", shape: shape.length === 1 ? [1, ...shape] : shape, data: Float64Array.from(data) };
}
