import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/skipped-reporter.ts";
import { SlowestReporter } from "./tests/slowest-reporter.ts";

const everyTest = {
  // Real isolates, real processes, native TensorFlow: a cold start on two busy cores is the slowest thing here.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: "forks",
} as const;

/**
 * Tests that end all processes they start and change nothing of the one that they run in, or give it back as `runHere()` does. Their
 * files share it, and with it every module that one of them has loaded: to load TensorFlow, the command line or the templates of pages
 * takes longer than most of these tests.
 */
const sharing = [
  "tests/assignments/*.test.ts",
  "tests/assignments/{quiz,w1-*,w2-*,w3-*}/**/*.test.ts",
  "tests/assignments/storage/folder-owner.test.ts",
  "tests/conformance/**/*.test.ts",
  "tests/graders/{compare,forensics,similarity}/**/*.test.ts",
  "tests/graders/{bounded-work,diagnose*,grade-run,grading-sources,host-node,judge-case,page-names,score-exercise}.test.ts",
  "tests/graders/{run-log,suggest-name,with-inputs,wrong-output}.test.ts",
  "tests/graders/batch/{batch-folder,compare-{exercises,gradings,manifests},content-grader,final-mark,journal}.test.ts",
  "tests/graders/batch/{late-*,overrides,read-*,share-equal,stage-submission,student-grader,write-similarity}.test.ts",
  "tests/graders/batch/{batch-command,batch-settings,output-folder,regrade-command,retry-command,student-command}.test.ts",
  "tests/graders/intake/{choose-attempt,hand-in-times,large-class,layouts,match-student,read-roster,unpack-*}.test.ts",
  "tests/graders/{cli,run-in-process}.test.ts",
  "tests/graders/quiz/{grade-answers,hostile-answers,parse-reply,quiz-commands}.test.ts",
  "tests/graders/verify/{mutants/*,prove-quiz,report-problems,tolerances/*}.test.ts",
  "tests/reference/{quiz,conformance}/**/*.test.ts",
  "tests/reference/*.test.ts",
  "tests/reference/tensorflow/{build-*,compute-with-*,link-build,progress,requires-*,run-*,set-up-*,verify-*}.test.ts",
  "tests/reports/**/*.test.ts",
  "tests/sandbox/*.test.ts",
  "tests/sandbox/bundle/{defined-names,source-places}.test.ts",
  "tests/sandbox/guest/{byte-writer,encode-tensor,read-inputs,watch-inputs}.test.ts",
  "tests/sandbox/{protocol/frame,worker/call-harness}.test.ts",
  "tests/sandbox/pool/{case-queue,job-clock,limit-hits,locate-frames,parse-reply,plan-cases,starvation}.test.ts",
  "tests/sandbox/pool/{submission-job,time-scale,time-shares}.test.ts",
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
