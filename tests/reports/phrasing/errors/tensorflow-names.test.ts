import { expect, test } from "vitest";
import {
  generatorMethods,
  optimizerMethods,
  tensorflowFunctions,
  tensorflowSpaces,
  tensorMethods,
  tensorProperties,
} from "../../../../reports/phrasing/errors/tensorflow-names.ts";
import { SourceRunner } from "../../../sandbox/run-source.ts";

/** Functions that no student calls. */
const ofTheEngine =
  /^(?:backend|constructor|copyRegisteredKernels|deprecationWarn|disableDeprecationWarnings|enclosingPowerOfTwo|findBackend|findBackendFactory|getGradient|getKernel|getKernelsForBackend|op|registerBackend|registerCallbackConstructor|registerGradient|registerKernel|removeBackend|setPlatform|sumOutType|unregisterGradient|unregisterKernel|upcastType)$/;

test("the names that are suggested are those that a submission has", async () => {
  await using runner = await SourceRunner.open({ f: [[]] }, { limits: { consoleBytes: 60_000, caseTimeMs: 5000 } });
  const [run] = await runner.cases(`import * as tf from "@tensorflow/tfjs"; import { Rng } from "gradecheck";
    const functionsOf = (owner: any, names: string[]) => names.filter((name) => typeof owner[name] === "function");
    const ownMethods = (prototype: any) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([, { value }]) => typeof value === "function").map(([name]) => name);
    export function f() {
      const all = tf as any;
      const tensor: any = tf.ones([2, 3]);
      const names: string[] = [];
      for (const name in all) names.push(name);
      console.log(JSON.stringify({
        functions: functionsOf(all, names).filter((name) => /^[a-z]/.test(name)),
        methods: ownMethods(tf.Tensor.prototype),
        spaces: Object.fromEntries(${JSON.stringify([...tensorflowSpaces.keys()])}.map((space) =>
          [space, ${JSON.stringify(Object.fromEntries(tensorflowSpaces))}[space].filter((name) => typeof all[space][name] !== "function")])),
        properties: ${JSON.stringify(tensorProperties)}.filter((name) => tensor[name] === undefined),
        optimizer: functionsOf(tf.train.sgd(1), ${JSON.stringify(optimizerMethods)}),
        generator: ownMethods(Rng.prototype),
      }));
      return 1;
    }`);
  const found = JSON.parse(run?.console ?? "");
  const students = (names: readonly string[]): string[] => names.filter((name) => !ofTheEngine.test(name)).sort();
  expect([...tensorflowFunctions].sort()).toEqual(students(found.functions));
  expect([...tensorMethods].sort()).toEqual(students(found.methods));
  expect(Object.values(found.spaces).flat()).toEqual([]);
  expect(found.properties).toEqual([]);
  expect(found.optimizer).toEqual(optimizerMethods);
  expect([...generatorMethods].sort()).toEqual(students(found.generator));
});
