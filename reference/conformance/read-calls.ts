import { numberValue, recordValue, tensorValue } from "../../assignments/values/case-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CourseArray, CourseCall, CourseValue } from "./course-fixture.ts";

/** A value of these fixtures: tensors and generators are objects with one key of their own, all else stands for itself. */
type Encoded =
  | number
  | boolean
  | string
  | { readonly tensor: CourseArray }
  | { readonly rng: number }
  | readonly Encoded[]
  | { readonly [name: string]: Encoded };

type EncodedCall = {
  readonly id: string;
  readonly function: string;
  readonly args: readonly Encoded[];
  readonly expected: Encoded;
  readonly rtol: number;
  readonly atol: number;
};

/** A fixture of calls by position, such as those of the topics that have no notebook. */
export type CallsFixture = { readonly cases: readonly [EncodedCall, ...EncodedCall[]] };

/** Whether a fixture holds calls by position, not the inputs of notebooks by name. */
export function holdsCalls(fixture: { readonly cases: readonly object[] }): fixture is CallsFixture {
  return fixture.cases[0] !== undefined && "args" in fixture.cases[0];
}

/** The calls of a fixture; its numbers in tensors as float32, which most of them are exactly. */
export function readCalls({ cases }: CallsFixture): CourseCall[] {
  return cases.map(({ id, function: name, args, expected, rtol, atol }) => ({
    ...{ id, function: name, tolerance: { rtol, atol } },
    args: args.map(toArgument),
    expected: toExpected(expected, id),
  }));
}

function toArgument(encoded: Encoded): Value {
  if (typeof encoded === "number") return numberValue(encoded);
  if (typeof encoded === "boolean") return { kind: "boolean", value: encoded };
  if (typeof encoded === "string") return { kind: "string", value: encoded };
  if (isList(encoded)) return { kind: "list", items: encoded.map(toArgument) };
  if (isTensor(encoded)) return tensorValue(encoded.tensor.shape, encoded.tensor.data);
  if (isGenerator(encoded)) return { kind: "rng", seed: encoded.rng };
  return recordValue(Object.entries(encoded).map(([key, item]) => [key, toArgument(item)]));
}

function toExpected(encoded: Encoded, id: string): CourseValue {
  if (typeof encoded === "number" || typeof encoded === "boolean") return encoded;
  if (typeof encoded === "string" || isGenerator(encoded)) {
    throw new TypeError(
      `Cannot read the values of the course: ${id} expects ${JSON.stringify(encoded)}, must be numbers`,
    );
  }
  if (isList(encoded)) return encoded.map((item) => toExpected(item, id));
  if (isTensor(encoded)) return encoded.tensor;
  return Object.fromEntries(Object.entries(encoded).map(([key, item]) => [key, toExpected(item, id)]));
}

const isList = (encoded: Encoded): encoded is readonly Encoded[] => Array.isArray(encoded);

const isTensor = (encoded: Encoded): encoded is { readonly tensor: CourseArray } =>
  typeof encoded === "object" && "tensor" in encoded;

const isGenerator = (encoded: Encoded): encoded is { readonly rng: number } =>
  typeof encoded === "object" && "rng" in encoded;
