import { message } from "../../messages/message.ts";
import { codeSpan } from "../text/code-span.ts";
import type { ErrorEntry, Explanation } from "./explanation.ts";
import { withKeys } from "./input-names.ts";

/** An argument and the function that it was passed to. */
const argument = String.raw`^Argument '([\w[\]]{1,40})' passed to '([\w.]{1,40})' must be`;

const tensorTypes = ["float32", "int32", "bool", "string", "complex64"];

/** What functions of TensorFlow.js were given, that is no tensor or of a type that they do not take. */
export const argumentErrors: readonly ErrorEntry[] = [
  {
    id: "argument-missing",
    type: "Error",
    pattern: new RegExp(`${argument} a Tensor or TensorLike, but got 'null'$`),
    explain: ([, name = "", target = ""], context) => ({
      what: message("error.argument-missing.what", { name: codeSpan(name), target: codeSpan(target) }),
      tryThis: withKeys(message("error.argument-missing.try"), context),
    }),
  },
  {
    id: "argument-promise",
    type: "Error",
    pattern: new RegExp(`${argument} a Tensor or TensorLike, but got 'Promise'$`),
    explain: ([, name = "", target = ""]) => ({
      what: message("error.argument-promise.what", { name: codeSpan(name), target: codeSpan(target) }),
      tryThis: message("error.argument-promise.try"),
    }),
  },
  {
    id: "argument-kind",
    type: "Error",
    pattern: new RegExp(String.raw`${argument} a Tensor or TensorLike, but got '(\w{1,40})'$`),
    explain: ([, name = "", target = "", kind = ""]) => ({
      what: message("error.argument-kind.what", {
        name: codeSpan(name),
        target: codeSpan(target),
        kind: codeSpan(kind),
      }),
      tryThis: tryKind(kind),
    }),
  },
  {
    id: "text-for-tensor",
    type: "Error",
    pattern: new RegExp(`${argument} (?:numeric|float32|int32|bool) tensor, but got string tensor$`),
    explain: ([, name = "", target = ""]) => ({
      what: message("error.text-for-tensor.what", { name: codeSpan(name), target: codeSpan(target) }),
      tryThis: message("error.text-for-tensor.try"),
    }),
  },
  {
    id: "dtype",
    type: "Error",
    pattern: new RegExp(`${argument} (bool|int32|float32) tensor, but got (float32|int32|bool) tensor$`),
    explain: ([, name = "", target = "", wanted = "", found = ""]) => explainDtype(name, target, wanted, found),
  },
  {
    id: "unknown-dtype",
    type: "Error",
    pattern: /^(?:Unknown data type|Failed to cast to unknown dtype) (\w{1,40})$/,
    explain: ([, dtype = ""]) =>
      tensorTypes.includes(dtype)
        ? null
        : {
            what: message("error.unknown-dtype.what", { dtype: codeSpan(dtype) }),
            tryThis: message("error.unknown-dtype.try"),
          },
  },
  {
    id: "tensor-values",
    type: "Error",
    pattern:
      /^(?:values passed to tensor\(values\) must be a number\/boolean\/string or an array of numbers\/booleans\/strings, or a TypedArray|Error creating a new Scalar: value must be a primitive \(number\|boolean\|string\))$/,
    explain: () => ({ what: message("error.tensor-values.what"), tryThis: message("error.tensor-values.try") }),
  },
  {
    id: "tensor-size",
    type: "Error",
    pattern:
      /^Based on the provided shape, \[((?:\d{1,9}(?:,\d{1,9}){0,7})?)\], the tensor should have (\d{1,15}) values? but has (\d{1,15})$/,
    explain: ([, shape = "", wanted = "", found = ""]) =>
      wanted === found
        ? null
        : {
            what: message("error.tensor-size.what", { shape: `[${shape.replaceAll(",", ", ")}]`, wanted, found }),
            tryThis: message("error.tensor-size.try"),
          },
  },
  {
    id: "tensor-rank",
    type: "Error",
    pattern: /^(tensor\dd)\(\) requires (?:values|shape) to (?:be|have|be provided)\b.{0,80}$/,
    explain: ([, name = ""]) => ({
      what: message("error.tensor-rank.what", { name: codeSpan(name), rank: Number(name.charAt(6)) }),
      tryThis: message("error.tensor-rank.try"),
    }),
  },
  {
    id: "variable-name",
    type: "Error",
    pattern: /^Variable with name (.{1,200}) was already registered$/,
    explain: ([, name = ""]) => ({
      what: message("error.variable-name.what", { name: codeSpan(name) }),
      tryThis: message("error.variable-name.try"),
    }),
  },
  {
    id: "reduction",
    type: "Error",
    pattern: /^Unknown reduction: (.{1,200})$/,
    explain: ([, reduction = ""]) => ({
      what: message("error.reduction.what", { reduction: codeSpan(reduction) }),
      tryThis: message("error.reduction.try"),
    }),
  },
  {
    id: "not-available",
    type: "Error",
    pattern: /^not available inside the grader$/,
    explain: () => ({ what: message("error.not-available.what"), tryThis: message("error.not-available.try") }),
  },
];

function tryKind(kind: string): string {
  if (kind === "Object") return message("error.argument-kind.record");
  if (kind === "Function") return message("error.argument-kind.function");
  if (kind.endsWith("Array")) return message("error.argument-kind.array");
  return message("error.argument-kind.try");
}

function explainDtype(name: string, target: string, wanted: string, found: string): Explanation | null {
  if (wanted === found) return null;
  const what = message("error.dtype.what", { name: codeSpan(name), target: codeSpan(target), wanted, found });
  switch (wanted) {
    case "bool":
      return { what, tryThis: message("error.dtype.bool") };
    case "int32":
      return { what, tryThis: message("error.dtype.int32") };
    default:
      return { what, tryThis: message("error.dtype.float32") };
  }
}
