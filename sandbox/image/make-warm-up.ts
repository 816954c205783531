// Run as a process of its own, because esbuild leaves one of its own beside whoever has used it: writes to standard output a script
// that has the harness grade the warm-up submission.
import { writeFileSync } from "node:fs";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { bundleSubmission } from "../bundle/bundle-submission.ts";
import { readSubmission } from "../bundle/read-submission.ts";
import { sourceFile } from "../source-file.ts";

const tensor: Value = {
  kind: "tensor",
  dtype: "float32",
  shape: [2, 3],
  data: new Float32Array([0.5, -1, 2, 3, -4, 5]),
  variable: false,
};
const args: readonly Value[] = [
  tensor,
  { kind: "record", entries: [["W", tensor]] },
  { kind: "rng", seed: 1 },
  { kind: "array", shape: [2, 2], data: new Float64Array([1, 2, 3, 4]) },
  { kind: "number", value: 3 },
  {
    kind: "list",
    items: [
      { kind: "boolean", value: true },
      { kind: "string", value: "a" },
    ],
  },
];
const inputs = encodeValue({ kind: "list", items: args });
const file = sourceFile("image/warm-up-submission", new URL("../", import.meta.url));
const { code } = await bundleSubmission(await readSubmission(file), { assignment: "warm-up", sourceBytes: 1_000_000 });
const names = ["methods", "functions", "numbers", "training", "failing", "missing"];
const settings = { code, names, inputs: [...inputs] };

// A function is compiled at its first call; the second one leaves nothing to the cases of a submission.
const script = `(({ code, names, inputs }) => {
  const { open, load, call, take, tick, untouched } = globalThis.gradecheckHarness;
  open("a,b,rng,list,n,more", "b");
  load(0, code, 1000);
  for (const name of [...names, ...names]) {
    for (let turn = 0, answer = call(0, new Uint8Array(inputs).buffer, name, 1000, false); answer === undefined && turn < 100; turn++) {
      answer = take();
      tick();
    }
  }
  untouched();
})(${JSON.stringify(settings)})`;
writeFileSync(1, script);
