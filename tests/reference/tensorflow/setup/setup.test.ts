import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { detectBackend } from "../../../../reference/tensorflow/detect-backend.ts";

const script = fileURLToPath(new URL("../../../../reference/tensorflow/setup/setup.ts", import.meta.url));

function runSetupScript(env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, encoding: "utf8" });
}

test("setup.ts skips everything with one line where TensorFlow.js alone is asked for", () => {
  const { status, stdout, stderr } = runSetupScript({ GRADECHECK_BACKEND: "cpu", CI: "true" });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: "",
    stderr: "GRADECHECK_BACKEND is cpu: native TensorFlow is not set up\n",
  });
});

// Not skipped on a CI machine: detectBackend() throws there where native TensorFlow is missing.
test("setup.ts says nothing where everything is there", ({ skip }) => {
  skip(detectBackend("auto").backend === "cpu", detectBackend("auto").note);
  const { status, stdout, stderr } = runSetupScript({});
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
});
