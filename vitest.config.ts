import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/skipped-reporter.ts";
import { SlowestReporter } from "./tests/slowest-reporter.ts";

const everyTest = {
  // Real isolates, real processes, native TensorFlow: a cold start on two busy cores is the slowest thing here.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  pool: "forks",
} as const;

/**
 * Tests that end all processes they start and change nothing of the one that they run in, or give it back as `runHere()` does. Their
 * files share it, and with it every module that one of them has loaded: to load TensorFlow, the command line or the templates of pages
 * takes longer than most of these tests.
 */
const sharing = [
  "tests/assignments/{catalog,quiz,values,w1-*,w2-*,w3-*}/**/*.test.ts",
  "tests/assignments/*.test.ts",
  "tests/assignments/storage/{cache,course-secret,durable-folder,folder-owner,parse-json,user-directory,write-whole}.test.ts",
  "tests/conformance/**/*.test.ts",
  "tests/graders/{judge/*,class/{attempts,marks,regrade,similarity}}/**/*.test.ts",
  "tests/graders/judge/!(missing-export).test.ts",
  "tests/graders/source/*.test.ts",
  "tests/graders/{bounded-work,command-line,diagnose*,host-node,run-in-process}.test.ts",
  "tests/graders/class/page-names.test.ts",
  "tests/graders/class/intake/{order-attempts,submission-times,large-class,layouts,files/unpack-*,roster/*}.test.ts",
  "tests/graders/class/run/{batch-*,content-grader,journal,output-folder,read-*,regrade-command,retry-command}.test.ts",
  "tests/graders/class/run/{share-equal,student-command,student-grader,write-similarity}.test.ts",
  "tests/graders/cli/run-log.test.ts",
  "tests/graders/course/*.test.ts",
  "tests/graders/quiz/{ask-questions,grade-answers,hostile-answers,parse-reply,quiz-commands}.test.ts",
  "tests/graders/scaffold/schema.test.ts",
  "tests/graders/session/grading-sources.test.ts",
  "tests/graders/verify/{mutants/*,prove-quiz,tolerances/*}.test.ts",
  "tests/reference/{quiz,conformance}/**/*.test.ts",
  "tests/reference/{oracle,misconceptions,w?-*}/*.test.ts",
  "tests/reference/tensorflow/{build-marker,compute-with-*}.test.ts",
  "tests/reference/tensorflow/setup/{build-*,native-binding,progress,run-*,set-up-*}.test.ts",
  "tests/reports/**/*.test.ts",
  "tests/sandbox/*.test.ts",
  "tests/sandbox/bundle/{defined-names,source-places}.test.ts",
  "tests/sandbox/guest/{byte-writer,encode-tensor,read-inputs,watch-inputs}.test.ts",
  "tests/sandbox/{protocol/frame,worker/call-harness}.test.ts",
  "tests/sandbox/{os/patient-timer,os/starvation,replies/locate-error,replies/parse-reply}.test.ts",
  "tests/sandbox/pool/{case-queue,job-clock,limit-hits,plan-cases,submission-job,time-scale,time-shares}.test.ts",
  "tests/security/{debugging-students,file-names,secrecy,terminal,threat-model}.test.ts",
];

/** The attack corpus takes minutes, and one run at a time: `npm run test:attacks`. */
const attacking = ["tests/security/{attacks,broken-files,held-loop}.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", new SkippedReporter(), new SlowestReporter()],
    globalSetup: ["tests/vitest-setup.ts"],
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...everyTest,
          name: "alone",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...sharing, ...attacking],
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...everyTest, name: "attacking", include: attacking, sequence: { groupOrder: 2 } } },
      { test: { ...everyTest, name: "sharing", include: sharing, isolate: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
