import type { Report } from "../report/report.ts";

/** What computed the expected values, in words. */
export function phraseBackend(backend: Report["backend"]): string {
  switch (backend) {
    case "tensorflow":
      return "TensorFlow, through @tensorflow/tfjs-node";
    case "cpu":
      return "TensorFlow.js, without native TensorFlow";
    default:
      backend satisfies never;
      return "an unknown backend";
  }
}
