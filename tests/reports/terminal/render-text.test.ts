import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import type { Report } from "../../../reports/report/report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { checkReport } from "../../fixtures/check-report.ts";
import { hostileReport, hostileText } from "../../fixtures/hostile-report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("renderText() renders the fixture", () => {
  expect(renderText(studentView(w2OptimizationReport()), { color: false, width: 80 })).toMatchInlineSnapshot(`
    "Optimization Methods · student-017.ts
    28.75 of 90 points  ██████░░░░░░░░░░░░░░  32 %

    ◐ updateParametersWithGd                                               1.25 / 10
      1 of 6 cases passed.

      What probably happened: The gradient is added instead of subtracted.
      A gradient points to where the cost grows. Look at the sign in front of the
      \`learningRate\`.
      More: gradecheck explain adds-the-gradient

      visible-1 (2 layers)
      \`parameters.W1\`: all 6 values differ; worst at [0, 2]: found -0.455659,
      expected -0.600684 (off by 0.145, 24.1 %).
      expected [2, 3]                    found [2, 3] (* differs)
         1.63534  -0.62321  -0.60068        1.61335* -0.60030* -0.45566*
        -1.08018   0.85274  -2.30254       -1.06576*  0.87808* -2.30054*
      The step goes in the opposite direction: the update was added where it should
      be subtracted.
      printed:
        learning rate 0.01
        W1 2,3

      Other cases: visible-2 (3 layers): wrong; visible-3 (1 unit per layer): wrong

      Hint: The gradient points uphill. Which sign takes a step downhill?

      Hidden cases: 1 of 3 passed; 2 wrong.

    ◐ randomMiniBatches                                                   13.75 / 15
      5 of 7 cases passed: all visible ones, and 2 of 4 hidden ones (1 wrong, 1 out
      of time).

      Hint: What becomes of the examples that do not fill a whole batch?

      Hidden cases: 2 of 4 passed; 1 wrong, 1 out of time.

    ✓ initializeVelocity                                                       5 / 5
      All 6 cases passed.

    ◐ updateParametersWithMomentum                                         3.75 / 15
      3 of 6 cases passed; in visible-2, your values are \`1/(1 - beta)\` times too
      large (a factor of 10).

      visible-2 (3 layers)
      \`v.dW1\`: 5 of 6 values differ; worst at [1, 1]: found 0.901471, expected
      0.0901471 (off by 0.811, 900 %).
      expected [2, 3]                      found [2, 3] (* differs)
         0         0.050249   0.090086        0         0.502494*  0.900857*
        -0.068373  0.090147  -0.012289       -0.683728* 0.901471* -0.122890*

      Hint: The new velocity is a weighted average: do its two weights add up to 1?

      Hidden cases: 1 of 3 passed; 2 wrong.

    ✗ initializeAdam                                                           0 / 5
      None of the 5 cases passed; in visible-1, your function threw \`TypeError:
      Cannot read properties of undefined (reading 'shape')\` at
      \`submission.ts:74:31\`.

      visible-1 (2 layers)
      \`shape\` was read from something that is \`undefined\`.
      Probably a tensor was expected, but its key is not in the dictionary (layers
      are counted from 1), or a part of \`tf\`, such as \`tf.nn\`, does not exist.
      printed:
        layers: 2
        <b>not bold</b> {{name}} {{{x}}}
        \\u001b[31mred\\u001b[0m \\u202etxt.exe

      Other cases: visible-2 (3 layers): threw an error; visible-3 (1 unit per
      layer): threw an error

      Hint: Look at the line named above: which of its values is undefined?

      Hidden cases: 0 of 2 passed; 2 threw an error.

    ◐ updateParametersWithAdam                                                5 / 20
      1 of 6 cases passed; in visible-1, your values are the expected ones
      transposed: rows and columns are exchanged.

      visible-1 (2 layers)
      \`sCorrected.db1\` has shape [1, 2]; expected [2, 1].
      expected [2, 1]    found [1, 2]
        0.051385           0.051385  0.112856
        0.112856

      Other cases: visible-2 (3 layers): wrong; visible-3 (1 unit per layer): out of
      memory

      Hidden cases: 1 of 3 passed; 1 crashed, 1 not a gradable value.

    ○ updateLr                                                                0 / 10
      Not found: no function \`updateLr\` is defined or exported.
    – scheduleLrDecay                                                         0 / 10
      Skipped because \`updateLr\` did not pass.
    "
  `);
});

test("renderText() keeps within the width, from 40 columns on", () => {
  const report = w2OptimizationReport();
  // The large matrix of the sixth exercise stands in its second case.
  for (const exercise of report.exercises) exercise.cases.splice(0, exercise.id === "updateParametersWithAdam" ? 1 : 0);
  for (const width of [20, 40, 61, 80, 132]) {
    const lines = renderText(report, { color: false, width }).split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(Math.max(40, width));
  }
});

test("renderText() writes escape sequences for colour only, and the same text without", () => {
  const report = w2OptimizationReport();
  const plain = renderText(report, { color: false, width: 80 });
  const colored = renderText(report, { color: true, width: 80 });
  expect(plain).not.toContain("\u001b");
  expect(colored).not.toBe(plain);
  expect(stripVTControlCharacters(colored)).toBe(plain);
});

test("renderText() shows control characters of a submission instead of sending them", () => {
  const text = renderText(hostileReport(), { color: false, width: 200 });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
  expect(text).toContain("\\u202e");
  expect(text).toContain("<script>");
  expect(hostileText).toContain("\u202e");
});

test("renderText() says why nothing was graded", () => {
  const report: Report = {
    ...w2OptimizationReport(),
    score: 0,
    exercises: [],
    notes: ["Graded without hidden cases."],
  };
  const options = { color: false, width: 80 };
  expect(
    renderText({ ...report, status: "not-gradable", message: "submission.ts:3:7: Unexpected token" }, options),
  ).toMatchInlineSnapshot(`
    "Optimization Methods · student-017.ts
    0 of 90 points  ░░░░░░░░░░░░░░░░░░░░  0 %
    Nothing could be graded: submission.ts:3:7: Unexpected token

    Note: Graded without hidden cases.
    "
  `);
  expect(renderText({ ...report, status: "grader-error" }, options)).toMatchInlineSnapshot(`
    "Optimization Methods · student-017.ts
    The grader failed, through no fault of this submission, which will be graded
    again.

    Note: Graded without hidden cases.
    "
  `);
});

test("renderText() shows lateness and changes by hand in lines of their own, the final score first", () => {
  const text = renderText(
    w2OptimizationReport(),
    { color: false, width: 80 },
    {
      rawScore: 28.75,
      score: 24.5,
      late: { lateSeconds: 60, daysCounted: 1, lateDaysUsed: 0, points: 5.5, sentence: "Handed in 1 minute late." },
      overrides: [{ exercise: "randomMiniBatches", from: 13.75, to: 15, reason: "Right \u001b after all" }],
    },
  );
  expect(text.split("\n").slice(1, 5).join("\n")).toMatchInlineSnapshot(`
    "24.5 of 90 points  █████░░░░░░░░░░░░░░░  27 %
    As graded: 28.75
    Mini-batches, changed by hand: 13.75 → 15. Right \\u001b after all
    Late: −5.5. Handed in 1 minute late."
  `);
});

test("renderText() counts the cases of a check, names no points, and says that hidden cases count too", () => {
  const text = renderText(checkReport(), { color: false, width: 80 });
  expect(text.split("\n").slice(0, 6)).toEqual([
    "Optimization Methods · student-017.ts",
    "Visible cases: 8 of 22 pass  ███████░░░░░░░░░░░░░",
    "Hidden cases count too; they are run when your work is graded. This is not a",
    "mark.",
    "",
    "◐ updateParametersWithGd                                            0 of 3 cases",
  ]);
  expect(text).toContain("✓ initializeVelocity                                                3 of 3 cases\n");
  expect(text).toContain("  All 3 visible cases passed.\n");
  expect(text).not.toMatch(/\d points|\d \/ \d/);
});

test("renderText() prints the first hint of an exercise, or as many as are asked for, and how to get the next", () => {
  const report = w2OptimizationReport();
  const [first] = report.exercises;
  if (first === undefined) throw new Error("The report has no exercise");
  const shown = { ...report, exercises: [{ ...first, hints: ["One.", "Two.", "Three."] }] };
  const hintsOf = (hints?: number) =>
    renderText(shown, { color: false, width: 80, ...(hints !== undefined && { hints }) }).match(
      /\w+ hint .*|Hint: .*/g,
    );
  expect(hintsOf()).toEqual(["Hint: One.", "Next hint (2 of 3): --hints 2"]);
  expect(hintsOf(2)).toEqual(["Hint: One.", "Hint: Two.", "Next hint (3 of 3): --hints 3"]);
  expect(hintsOf(Number.POSITIVE_INFINITY)).toEqual(["Hint: One.", "Hint: Two.", "Hint: Three."]);
});
