import { expect, test } from "vitest";
import { detectBackend } from "../../../../reference/tensorflow/detect-backend.ts";
import { verifyBinding } from "../../../../reference/tensorflow/setup/native-binding.ts";
import { tfjsPackage } from "../../../../reference/tensorflow/tfjs-package.ts";
import { layBuild, temporaryFolder } from "../fake-package.ts";

const detected = detectBackend("auto");

test("verifyBinding() returns the version of the real library", async ({ skip }) => {
  skip(detected.backend === "cpu", detected.note);
  const native = await verifyBinding(tfjsPackage("@tensorflow/tfjs-node").directory);
  expect(detected.version).toBe(`4.22.0+${native}`);
});

test("verifyBinding() refuses a file that is no binding", async () => {
  const root = await temporaryFolder();
  await layBuild(root, "no library");
  await expect(verifyBinding(root)).rejects.toThrow(/^the binding does not load: ended with 1: Error: /);
});
