import { recordValue } from "../values/case-value.ts";
import { type Matrix, toTensor } from "../values/matrix.ts";
import type { RecordValue, TensorValue, Value } from "../values/value.ts";
import type { DrawnNetwork } from "./draw-network.ts";

type Entry = readonly [key: string, value: Value];

/** `W1, b1, …, W3, b3` as float32 tensors. */
export function parametersRecord({ layers }: DrawnNetwork): RecordValue {
  return recordValue(layers.flatMap((_, i) => parametersOf(layers, i)));
}

/** `Z1, A1, W1, b1, …, b3`, with dropout also `D1` and `D2` (dtype bool): what the forward pass keeps. */
export function cacheRecord({ layers, passed, dropout }: DrawnNetwork): RecordValue {
  return recordValue(
    passed.flatMap(({ Z, A }, i): Entry[] => {
      const mask = dropout?.masks[i];
      return [
        [`Z${i + 1}`, toTensor(Z)],
        ...(mask === undefined ? [] : [[`D${i + 1}`, toMask(mask)] as const]),
        [`A${i + 1}`, toTensor(A)],
        ...parametersOf(layers, i),
      ];
    }),
  );
}

function parametersOf(layers: DrawnNetwork["layers"], i: number): Entry[] {
  const layer = layers[i];
  if (layer === undefined) return [];
  return [
    [`W${i + 1}`, toTensor(layer.W)],
    [`b${i + 1}`, toTensor(layer.b)],
  ];
}

/** A matrix of zeros and ones as a tensor of dtype bool. */
function toMask({ rows, columns, data }: Matrix): TensorValue {
  return { kind: "tensor", dtype: "bool", shape: [rows, columns], data: Uint8Array.from(data), variable: false };
}
