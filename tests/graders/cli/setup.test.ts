import { expect, test } from "vitest";
import { runHereWith } from "../run-in-process.ts";

test("gradecheck setup does nothing where TensorFlow.js alone is asked for, and names what computes, without a course", async () => {
  const environment = { GRADECHECK_BACKEND: "cpu", GRADECHECK_COURSE: "/no/such/course" };
  const { code, stdout, stderr } = await runHereWith(environment, process.cwd(), "setup");
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: "expected values: TensorFlow.js alone was asked for: TensorFlow.js computes by WebAssembly (4.22.0+wasm)\n",
    stderr: "GRADECHECK_BACKEND is cpu: native TensorFlow is not set up\n",
  });
});
