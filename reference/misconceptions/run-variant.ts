import * as tf from "@tensorflow/tfjs";
import type { Case } from "../../assignments/catalog/case.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { CalledExercise } from "../oracle/compute-expected.ts";
import { fromTensors } from "../oracle/from-tensors.ts";
import { type Argument, toTensors } from "../oracle/to-tensors.ts";
import { watchArguments } from "../oracle/watch-arguments.ts";
import type { VariantOutcome } from "./misconception.ts";

/**
 * Calls a wrong variant with one case's inputs, on the current backend. Unlike a reference it may throw, change its
 * inputs, leave tensors behind and return what is not finite: none of this fails, and nothing of it stays. One call at a
 * time per process.
 * @param implementation A function of the exercise's signature.
 */
export async function runVariant(
  implementation: (...args: never[]) => unknown,
  { args }: Case,
  exercise: CalledExercise,
): Promise<VariantOutcome> {
  const engine = tf.engine();
  const variablesBefore = new Set(Object.keys(engine.registeredVariables));
  engine.startScope();
  try {
    return await call(implementation as (...args: unknown[]) => unknown, args.map(toTensors), exercise);
  } finally {
    // What was kept beyond its scope by tf.keep() goes as well.
    for (const tensor of engine.state.activeScope.track) if (tensor instanceof tf.Tensor) tensor.kept = false;
    engine.endScope();
    for (const [name, variable] of Object.entries(engine.registeredVariables)) {
      if (!variablesBefore.has(name)) variable.dispose();
    }
  }
}

async function call(
  implementation: (...args: unknown[]) => unknown,
  args: readonly Argument[],
  { parameters, mutates = [] }: CalledExercise,
): Promise<VariantOutcome> {
  const changedInput = watchArguments(args, parameters, mutates);
  const mutated = mutates.map((name) => [name, shallowCopy(args[parameters.indexOf(name)])] as const);
  let returned: unknown;
  try {
    returned = await implementation(...args);
  } catch {
    return { kind: "threw" };
  }
  const changed = changedInput();
  const value = read(mutates.length === 0 ? returned : { ...Object.fromEntries(mutated), returned });
  if (value === undefined) return { kind: "bad-value" };
  return changed === undefined ? { kind: "returned", value } : { kind: "returned", value, changedInput: changed };
}

/** A dictionary with the same tensors: to be changed in place are these, not the dictionary. */
const shallowCopy = (argument: Argument): unknown =>
  typeof argument === "object" && Object.getPrototypeOf(argument) === Object.prototype ? { ...argument } : argument;

/** Kinds that the sandbox refuses as a result. */
const refused: readonly Value["kind"][] = ["undefined", "boolean", "string"];

/** The value as it would come out of the sandbox; undefined for what the sandbox refuses. */
function read(result: unknown): Value | undefined {
  try {
    const value = fromTensors(result, "result");
    return refused.includes(value.kind) ? undefined : value;
  } catch {
    return undefined;
  }
}
