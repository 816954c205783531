import { expect, test } from "vitest";
import { phraseBackend, phraseReportStatus } from "../../../reports/phrasing/phrase-report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("phraseReportStatus() says why there is no grade", () => {
  const report = w2OptimizationReport();
  expect(phraseReportStatus(report)).toBeNull();
  expect(
    phraseReportStatus({ ...report, status: "not-gradable", message: "submission.ts:3:7: Unexpected token" }),
  ).toMatchInlineSnapshot(`"Nothing could be graded: submission.ts:3:7: Unexpected token"`);
  expect(phraseReportStatus({ ...report, status: "grader-error" })).toMatchInlineSnapshot(
    `"The grader failed, through no fault of this submission, which will be graded again."`,
  );
});

test("phraseBackend() distinguishes native TensorFlow from TensorFlow.js alone", () => {
  expect(phraseBackend("tensorflow")).toMatchInlineSnapshot(`"TensorFlow, through @tensorflow/tfjs-node"`);
  expect(phraseBackend("cpu")).toMatchInlineSnapshot(`"TensorFlow.js, without native TensorFlow"`);
});
