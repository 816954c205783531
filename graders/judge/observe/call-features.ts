import type { Case } from "../../../assignments/catalog/case.ts";
import { absent } from "../../../assignments/values/case-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import type { Condition } from "../../../reports/report/report.ts";
import { remembered } from "../compare/remembered.ts";
import { largestMagnitude } from "../recognise/explains.ts";
import { numericLeaves } from "../recognise/relation-facts.ts";

/** What is compared of an argument. */
type Quantity = NonNullable<Condition["quantity"]>;

/** A property of a call that is there or not. */
export type Trait = { readonly condition: Omit<Condition, "holdsWhere">; readonly holds: boolean };

/** A number that belongs to a call. */
export type Measure = { readonly parameter: string; readonly quantity: Quantity; readonly value: number };

/** What a call is like: by which calls that fail are told from calls that pass. */
export type CallFeatures = { readonly traits: readonly Trait[]; readonly measures: readonly Measure[] };

/** The features of a call; every call of an exercise has the same ones in the same order, but for arguments of other kinds. */
export const callFeatures = (testCase: Case, parameters: readonly string[]): CallFeatures =>
  featuresOf(testCase)(parameters);

const featuresOf = remembered((testCase: Case) =>
  remembered((parameters: readonly string[]) => findFeatures(testCase, parameters)),
);

function findFeatures({ args }: Case, parameters: readonly string[]): CallFeatures {
  const named = parameters.map((parameter, i) => ({ parameter, value: args[i] ?? absent }));
  return {
    traits: [
      ...named.map(({ parameter, value }) => ({
        condition: { kind: "not-passed", parameter } as const,
        holds: value.kind === "undefined",
      })),
      ...named.flatMap(typeTrait),
      ...named.flatMap(({ parameter, value }) => dividing(parameter, value, named)),
      ...named.flatMap(squareTrait),
    ],
    measures: named.flatMap(({ parameter, value }) =>
      measuresOf(value).map(([quantity, measured]) => ({ parameter, quantity, value: measured })),
    ),
  };
}

type Named = { readonly parameter: string; readonly value: Value };

const typeNames: Partial<Record<Value["kind"], string>> = { number: "a number", array: "a list", tensor: "a tensor" };

/** What the argument is, where that is one of several things that a function may take. */
function typeTrait({ parameter, value }: Named): Trait[] {
  const name = value.kind === "tensor" && value.dtype === "int32" ? "a tensor of integers" : typeNames[value.kind];
  return ["a number", "a list", "a tensor", "a tensor of integers"].map((type) => ({
    condition: { kind: "type", parameter, type },
    holds: name === type,
  }));
}

function dividing(parameter: string, value: Value, all: readonly Named[]): Trait[] {
  const of = all.find((one) => one.value.kind === "tensor" && one.value.shape.length === 2);
  if (of?.value.kind !== "tensor" || value.kind !== "number" || !Number.isInteger(value.value)) return [];
  const columns = of.value.shape[1] ?? 0;
  return [{ condition: { kind: "divides", parameter, of: of.parameter }, holds: columns % value.value === 0 }];
}

function squareTrait({ parameter, value }: Named): Trait[] {
  if (value.kind !== "tensor" && value.kind !== "array") return [];
  const [rows, columns, ...more] = value.shape;
  if (rows === undefined || columns === undefined || more.length > 0) return [];
  return [{ condition: { kind: "square", parameter }, holds: rows === columns }];
}

function measuresOf(value: Value): [Quantity, number][] {
  switch (value.kind) {
    case "number":
      return [["value", value.value]];
    case "tensor":
    case "array": {
      const [rows, columns] = value.shape;
      if (rows === undefined) return [];
      const magnitude: [Quantity, number] = ["magnitude", largestMagnitude(value.data)];
      return columns === undefined ? [["length", rows], magnitude] : [["columns", columns], ["rows", rows], magnitude];
    }
    case "record": {
      const layers = value.entries.filter(([key]) => /^d?W\d+$/.test(key)).length;
      const magnitude = Math.max(0, ...numericLeaves(value, "").map(({ block }) => largestMagnitude(block.data)));
      return [...(layers > 0 ? [["layers", layers] satisfies [Quantity, number]] : []), ["magnitude", magnitude]];
    }
    default:
      return [];
  }
}
