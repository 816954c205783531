import { expect, test } from "vitest";
import type { Proof, Verification } from "../../../reports/report/verification.ts";
import { renderVerification } from "../../../reports/terminal/render-verification.ts";

const verification: Verification = {
  assignment: "w2-optimization",
  backend: "tensorflow",
  timeMs: 31_400,
  proofs: [
    {
      id: "manifest",
      summary: "8 exercises, 100 points",
      timeMs: 20,
      checks: [{ name: "points", outcome: "passed", details: [] }],
    },
    {
      id: "misconceptions",
      summary: "8 of 9 fail by hidden cases alone",
      timeMs: 3200,
      checks: [
        { name: "updateLr/no-decay", outcome: "failed", details: ["it passes\u001b[2J", "it is diagnosed as nothing"] },
      ],
      table: {
        columns: ["exercise", "killed"],
        rows: [
          ["updateLr", "88.9 %"],
          ["initializeAdam", "100 %"],
        ],
      },
    },
  ],
};

test("renderVerification() prints proofs, figures and failures, and lets no control character through", () => {
  expect(renderVerification([verification], { color: false })).toMatchInlineSnapshot(`
    "w2-optimization, expected values from tensorflow, 31.4 s
      proved  manifest, handout and starter                 8 exercises, 100 points  0.0 s
      FAILED  misconceptions fail and are named             8 of 9 fail by hidden cases alone  3.2 s
                exercise        killed
                updateLr        88.9 %
                initializeAdam   100 %
              failed  updateLr/no-decay
                it passes\\u001b[2J
                it is diagnosed as nothing

    1 of 2 proofs failed, 31.4 s
    "
  `);
});

test("renderVerification() ends with a table of the figures of all assignments", () => {
  const proof = verification.proofs[0] as Proof;
  const figured = (assignment: string, ...figures: readonly Proof["figure"][]): Verification => ({
    ...verification,
    assignment,
    proofs: figures.map((figure) => ({ ...proof, ...(figure && { figure }) })),
  });
  const killed = { name: "variants killed", value: "9 of 10" };
  const right = { name: "also right", value: "3 of 3" };
  const verifications = [figured("w1", killed, right), figured("quiz", undefined), figured("w2", right)];
  const lines = renderVerification(verifications, { color: false }).trimEnd().split("\n").slice(-5, -1);
  expect(lines).toEqual([
    "assignment  variants killed  also right    time",
    "w1                  9 of 10      3 of 3  31.4 s",
    "w2                        –      3 of 3  31.4 s",
    "",
  ]);
});

test("renderVerification() says in one line that everything holds", () => {
  const held = { ...verification, proofs: verification.proofs.slice(0, 1) };
  expect(renderVerification([held], { color: false }).trimEnd().split("\n").at(-1)).toBe("1 proof holds, 31.4 s");
});

test("renderVerification() reports a cause once, and names the proofs that were not run because of it", () => {
  const checks = [{ name: "proof", outcome: "failed" as const, details: ["Cannot generate cases: w is not defined"] }];
  const stopped: Verification = {
    ...verification,
    proofs: [
      { id: "reference", summary: "could not be finished", unfinished: true, checks, timeMs: 10 },
      { id: "mutants", summary: "not run", stoppedBy: "reference", checks: [], timeMs: 0 },
    ],
  };
  expect(renderVerification([stopped], { color: false })).toMatchInlineSnapshot(`
    "w2-optimization, expected values from tensorflow, 31.4 s
      FAILED  full marks for the reference, none for the starter  could not be finished  0.0 s
              failed  proof
                Cannot generate cases: w is not defined
        —     mutants of the reference are detected         not run: blocked by the failure of "full marks for the reference, none for the starter"

    1 of 2 proofs failed, 1 not run, 31.4 s
    "
  `);
});
