import type { Property, PropertyFacts } from "../catalog/property.ts";
import { scalarOf } from "../values/case-value.ts";
import { readMatrix } from "../values/matrix.ts";
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
  const [output, labels] = [readMatrix(A3), readMatrix(Y)];
  if (output === undefined || labels === undefined || lambd?.kind !== "number") {
    throw new TypeError("Cannot check the cost: A3 and Y must be matrices, lambd a number");
  }
  return {
    cost: scalarOf(actual) ?? Number.NaN,
    plain: crossEntropy(output, labels),
    penalty: squaredWeightsPenalty(layersIn(parameters), lambd.value, labels.columns),
    lambd: lambd.value,
  };
}
