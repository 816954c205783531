import { expect, test } from "vitest";
import { phraseBackend } from "../../../reports/phrasing/phrase-backend.ts";

test("phraseBackend() tells native TensorFlow from TensorFlow.js alone", () => {
  expect(phraseBackend("tensorflow")).toMatchInlineSnapshot(`"TensorFlow, through @tensorflow/tfjs-node"`);
  expect(phraseBackend("cpu")).toMatchInlineSnapshot(`"TensorFlow.js, without native TensorFlow"`);
});
