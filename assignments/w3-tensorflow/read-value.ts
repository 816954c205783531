import { tensorAt } from "../values/tensor-at.ts";
import type { Value } from "../values/value.ts";
import { type Matrix, matrixOf } from "./matrix.ts";
import type { Network } from "./network.ts";

/** A number, or a tensor without dimensions; undefined for anything else. */
export function scalarOf(value: Value | undefined): number | undefined {
  if (value?.kind === "number") return value.value;
  return value?.kind === "tensor" && value.shape.length === 0 ? value.data[0] : undefined;
}

/** A tensor of two dimensions; undefined for anything else. */
export function readMatrix(value: Value | undefined): Matrix | undefined {
  if (value?.kind !== "tensor" || value.shape.length !== 2) return undefined;
  const [rows = 0, columns = 0] = value.shape;
  return matrixOf(rows, columns, value.data);
}

/** What stands under a key of a record; undefined for anything else. */
export function memberOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === "record" ? value.entries.find(([name]) => name === key)?.[1] : undefined;
}

/**
 * The layers of a dictionary `W1, b1, ..., W3, b3`; undefined where one is missing or does not fit the one before.
 * @param prefix `d` for gradients.
 */
export function readNetwork(value: Value | undefined, prefix: "" | "d" = ""): Network | undefined {
  const layers = [1, 2, 3].map((l) => ({
    W: readMatrix(tensorAt(value, `${prefix}W${l}`)),
    b: readMatrix(tensorAt(value, `${prefix}b${l}`)),
  }));
  const network = layers.flatMap(({ W, b }) => (W === undefined || b === undefined ? [] : [{ W, b }]));
  if (network.length < layers.length) return undefined;
  const fits = network.every(({ W, b }, i) => {
    const before = network[i - 1];
    return b.rows === W.rows && b.columns === 1 && (before === undefined || before.W.rows === W.columns);
  });
  return fits ? network : undefined;
}
