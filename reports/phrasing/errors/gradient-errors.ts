import { message } from "../../messages/message.ts";
import { codeSpan } from "../text/code-span.ts";
import type { ErrorEntry } from "./explanation.ts";
import { readShape, shapeGroup, shapeText } from "./shapes.ts";

const gradientFunction = "(grads?|valueAndGrads?|variableGrads|customGrad)";

/** Gradients, optimizers, variables, and tensors that are gone. */
export const gradientErrors: readonly ErrorEntry[] = [
  {
    id: "disposed",
    type: "Error",
    pattern: /^Tensor is disposed\.$/,
    explain: () => ({ what: message("error.disposed.what"), tryThis: message("error.disposed.try") }),
  },
  {
    id: "tidy-function",
    type: "Error",
    pattern: /^Please provide a function to tidy\(\)$/,
    explain: () => ({ what: message("error.tidy-function.what"), tryThis: message("error.tidy-function.try") }),
  },
  {
    id: "loss-not-scalar",
    type: "Error",
    pattern: /^The f passed in variableGrads\(f\) must return a scalar, but it returned a rank-(\d) tensor$/,
    explain: ([, rank = ""]) => ({
      what: message("error.loss-not-scalar.what", { rank: Number(rank) }),
      tryThis: message("error.loss-not-scalar.try"),
    }),
  },
  {
    id: "loss-not-tensor",
    type: "Error",
    pattern: /^The result y returned by f\(\) must be a tensor\.$/,
    explain: () => ({ what: message("error.loss-not-tensor.what"), tryThis: message("error.loss-not-tensor.try") }),
  },
  {
    id: "no-variables",
    type: "Error",
    pattern:
      /^variableGrads\(\) expects at least one of the input variables to be trainable, but none of the (\d{1,9}) variables is trainable\.$/,
    explain: ([, count = ""]) => ({
      what: message("error.no-variables.what", { count: Number(count) }),
      tryThis: message(count === "0" ? "error.no-variables.none" : "error.no-variables.try"),
    }),
  },
  {
    id: "variable-list",
    type: "Error",
    pattern: /^The varList passed in variableGrads\(f, varList\) must be an array of variables$/,
    explain: () => ({ what: message("error.variable-list.what"), tryThis: message("error.variable-list.try") }),
  },
  {
    id: "gradient-function",
    type: "Error",
    pattern: new RegExp(`^The f passed in ${gradientFunction}\\(f\\) must be a function\\.?$`),
    explain: ([, name = ""]) => ({
      what: message("error.gradient-function.what", { name: codeSpan(name) }),
      tryThis: message("error.gradient-function.try"),
    }),
  },
  {
    id: "gradient-arguments",
    type: "Error",
    pattern: new RegExp(`^The args passed in ${gradientFunction}\\(f\\)\\(args\\) must be (?:an )?array of .{0,40}$`),
    explain: ([, name = ""]) => ({
      what: message("error.gradient-arguments.what", { name: codeSpan(name) }),
      tryThis: message("error.gradient-arguments.try"),
    }),
  },
  {
    id: "no-connection",
    type: "Error",
    pattern:
      /^Cannot find a connection between any variable and the result of the loss function y=f\(x\)\. Please make sure the operations that use variables are inside the function f passed to minimize\(\)\.$/,
    explain: () => ({ what: message("error.no-connection.what"), tryThis: message("error.no-connection.try") }),
  },
  {
    id: "no-gradient",
    type: "Error",
    pattern:
      /^Cannot compute gradient of y=f\(x\) with respect to x\. Make sure that\s{1,10}the f you passed encloses all operations that lead from x to y\.$/,
    explain: () => ({ what: message("error.no-gradient.what"), tryThis: message("error.no-gradient.try") }),
  },
  {
    id: "not-differentiable",
    type: "Error",
    pattern: /^Cannot compute gradient: gradient function not found for (\w{1,60})\.$/,
    explain: ([, operation = ""]) => ({
      what: message("error.not-differentiable.what", { operation: codeSpan(operation) }),
      tryThis: message("error.not-differentiable.try"),
    }),
  },
  {
    id: "assign-shape",
    type: "Error",
    pattern: new RegExp(
      `^shape of the new value \\(${shapeGroup}\\) and previous value \\(${shapeGroup}\\) must match$`,
    ),
    explain: ([, next = "", old = ""]) =>
      next === old
        ? null
        : {
            what: message("error.assign-shape.what", {
              next: shapeText(readShape(next)),
              old: shapeText(readShape(old)),
            }),
            tryThis: message("error.assign-shape.try"),
          },
  },
  {
    id: "assign-dtype",
    type: "Error",
    pattern: /^dtype of the new value \((\w{1,20})\) and previous value \((\w{1,20})\) must match$/,
    explain: ([, next = "", old = ""]) =>
      next === "undefined"
        ? { what: message("error.assign-dtype.no-tensor"), tryThis: message("error.assign-dtype.make-tensor") }
        : {
            what: message("error.assign-dtype.what", { next, old }),
            tryThis: message("error.assign-dtype.try", { old: codeSpan(old) }),
          },
  },
];
