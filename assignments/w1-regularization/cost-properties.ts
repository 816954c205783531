import type { Property, PropertyFacts } from "../catalog/property.ts";
import type { Value } from "../values/value.ts";
import { fromTensor } from "./matrix.ts";
import { crossEntropy, layersIn, squaredWeightsPenalty } from "./network.ts";

/** Relative and absolute room for rounding to float32 and for the order of sums. */
const slack = 1e-4;

/** Properties of `computeCostWithRegularization`. */
export const costProperties: readonly Property[] = [
  {
    id: "penalty-never-lowers",
    sentence: "The penalty can only add to the cross-entropy, never take from it",
    holds: (facts) => {
      const { cost, plain } = costsOf(facts);
      return cost >= plain - slack * (1 + plain);
    },
  },
  {
    id: "no-penalty-at-zero",
    sentence: "With lambd 0 the cost must be the cross-entropy alone",
    holds: (facts) => {
      const { cost, plain, lambd } = costsOf(facts);
      return lambd !== 0 || Math.abs(cost - plain) <= slack * (1 + plain);
    },
  },
  {
    id: "penalty-proportional",
    sentence: "The penalty must be proportional to lambd and to the squares of the weights, and inversely to m",
    holds: (facts) => {
      const { cost, plain, penalty } = costsOf(facts);
      return Math.abs(cost - plain - penalty) <= slack * (1 + plain + penalty);
    },
  },
];

function costsOf({ args: [A3, Y, parameters, lambd], actual }: PropertyFacts) {
  if (A3?.kind !== "tensor" || Y?.kind !== "tensor" || lambd?.kind !== "number") {
    throw new TypeError("Cannot check the cost: A3 and Y must be tensors, lambd a number");
  }
  const [output, labels] = [fromTensor(A3), fromTensor(Y)];
  return {
    cost: numberIn(actual),
    plain: crossEntropy(output, labels),
    penalty: squaredWeightsPenalty(layersIn(parameters), lambd.value, labels.columns),
    lambd: lambd.value,
  };
}

/** A number, or the element of a scalar tensor; NaN for anything else. */
function numberIn(value: Value): number {
  if (value.kind === "number") return value.value;
  return value.kind === "tensor" && value.shape.length === 0 ? (value.data[0] ?? Number.NaN) : Number.NaN;
}
