import { makeGradebook } from "../../graders/course/gradebook/make-gradebook.ts";
import { classOfRows } from "../../reports/class/class-of-rows.ts";
import { renderClassPage } from "../../reports/class/render-class-page.ts";
import { renderDurations } from "../../reports/class/render-durations.ts";
import { courseLine } from "../../reports/course/course-line.ts";
import { renderGradebook, renderTerm } from "../../reports/course/gradebook/render-gradebook.ts";
import { renderCoursePage } from "../../reports/course/render-course-page.ts";
import { renderHandout } from "../../reports/handout/render-handout.ts";
import { inLanguage, languages, speak } from "../../reports/messages/language.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { renderQuizPage } from "../../reports/quiz/render-quiz-page.ts";
import { renderRegrade } from "../../reports/regrade/render-regrade.ts";
import type { ClassResult } from "../../reports/report/class-result.ts";
import type { ExerciseProgress, Report, TypeErrors } from "../../reports/report/report.ts";
import { renderSimilarity } from "../../reports/similarity/render-similarity.ts";
import type { SimilarPair, SimilarSide } from "../../reports/similarity/similarity.ts";
import { checkReport } from "../fixtures/check-report.ts";
import { classResult } from "../fixtures/class-result.ts";
import { classRows, quizRow, quizRows } from "../fixtures/class-rows.ts";
import { courseOverview } from "../fixtures/course-overview.ts";
import { picturedReport } from "../fixtures/pictured-report.ts";
import { drawnAnswers, quizClass } from "../fixtures/quiz-class.ts";
import { reportWithSource } from "../fixtures/report-with-source.ts";
import { regradeFactsOfFixture, scoreChanges } from "../fixtures/score-changes.ts";
import { smallQuiz } from "../fixtures/small-quiz.ts";
import { termClasses, termOverview, termPlan } from "../fixtures/term.ts";
import { w2OptimizationReport } from "../fixtures/w2-optimization-report.ts";

/** Every kind of page that we render, by its name. */
export async function samplePages(): Promise<ReadonlyMap<string, string>> {
  const report = w2OptimizationReport();
  const result = classResult(16);
  const seconds = new Map(result.students.map(({ student }, i) => [student, 0.03 * i]));
  const links = [
    { path: "gradebook.csv", text: "Gradebook" },
    { path: "durations.html", text: "Grading times" },
  ];
  return new Map([
    ["feedback for instructors", renderHtml(report)],
    ["feedback for students", renderHtml(studentView(report))],
    ["feedback on a third attempt", renderHtml(studentView(thirdAttempt(report)))],
    ["feedback with lines of the submission", renderHtml(reportWithSource())],
    ["feedback at the desk", renderHtml({ ...checkReport(), typeErrors: typeErrors(3) })],
    ["feedback with many type errors", renderHtml({ ...checkReport(), typeErrors: typeErrors(20) })],
    ["feedback with all there can be", renderHtml(studentView(withEverything(report)))],
    ["feedback in German", renderHtml(studentView({ ...withEverything(report), language: "de" }))],
    ["feedback with pictures", renderHtml(picturedReport())],
    ["feedback on what could not be loaded", renderHtml(unloaded(report))],
    [
      "feedback on a quiz",
      renderHtml(
        quizRow("ada", { one: "a", some: ["a", "d"], number: 2.5, order: ["x", "y", "z"], word: "dropout" }).report,
      ),
    ],
    ["class without a roster", await renderClassPage(classOfRows(classRows()))],
    ["class of a quiz", await renderClassPage(classOfRows(quizRows()), { parts: "questions" })],
    ["class of a quiz with what was answered", await renderClassPage(answered(), { parts: "questions" })],
    ["class of a quiz in German", await inGerman(() => renderClassPage(answered(), { parts: "questions" }))],
    ["class with a roster", await renderClassPage(result, { links })],
    ["times", renderDurations(result, seconds)],
    ["similarity", similarity()],
    ["regrade", renderRegrade(scoreChanges(), regradeFactsOfFixture())],
    ["course", renderCoursePage(courseOverview, coursePaths)],
    ["course in German", inLanguage("de", () => renderCoursePage(courseOverview, coursePaths))],
    ["gradebook", await renderGradebook(term, { dangerBelow: 50, pageOf: (student) => `feedback/${student}.html` })],
    ...term.students.slice(0, 1).flatMap((student): [string, string][] => [
      ["a student in the gradebook", renderTerm(student, term)],
      ["a student in the gradebook in German", inLanguage("de", () => renderTerm(student, term))],
    ]),
    ["handout", renderHandout({ ...handout, courseLine: ofCourse })],
    ["quiz of a course", renderQuizPage(smallQuiz, { seed: 1, student: "", courseLine: ofCourse })],
    ["quiz", renderQuizPage(smallQuiz, { seed: 1, student: "ada" })],
  ]);
}

async function inGerman(render: () => Promise<string>): Promise<string> {
  speak("de");
  return render().finally(() => speak(languages[0]));
}

/** Some type what is wider than a phone, or would like to be markup. */
const answered = (): ClassResult =>
  quizClass([
    ...drawnAnswers(40),
    undefined,
    { word: "x".repeat(200), number: 1e300 },
    { word: "<img src=x onerror=alert(1)> `code` \u202e", number: -1e-300 },
  ]);

const term = makeGradebook(termPlan, termOverview, termClasses(30), (folder) => `../${folder}`).gradebook;

const coursePaths = {
  page: (id: string) => `handouts/${id}.html`,
  kit: (id: string) => `kits/${id}.zip`,
  calendar: "course.ics",
};

const ofCourse = courseLine("Nets", "../index.html", new Date("2026-10-18T21:59Z"), "Europe/Berlin");

/** With a table, code and a formula in a sentence that are wider than a phone. */
const handout = {
  title: "Nets",
  eyebrow: "Week 1 · version 1.0.0",
  markdown: `# Nets

An answer is right where $|\\text{yours} - \\text{expected}| \\le \\text{atol} + \\text{rtol} \\cdot |\\text{expected}|$ holds. See [the function](#updateparameterswithmomentum).

| | function | points |
| --- | --- | --- |
| 1 | \`updateParametersWithMomentum\` | 15 |

## \`updateParametersWithMomentum\`

\`\`\`ts
function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number): Params;
\`\`\`
`,
};

/** Of lines that are wider than a phone. */
const typeErrors = (count: number): TypeErrors => ({
  errors: Array.from({ length: count }, (_, i) => ({
    file: "submission.ts",
    line: i + 1,
    column: 120,
    length: 6,
    source: `  const gradients = ${"compute(parameters) + ".repeat(5)}values;`,
    code: 2322,
    exercise: "updateLr",
    message: "Type 'Tensor<Rank>' is not assignable to type 'number'.",
  })),
  more: 7,
});

/** What is asked in formulas wider than a phone, hints to be opened, type errors, pictures, and what stands for hidden cases. */
function withEverything(report: Report): Report {
  const asked = {
    signature:
      "updateParameters(\n  parameters: Params, grads: Grads, learningRate = 0.01,\n): { parameters: Params; v: Grads; s: Grads }",
    formulas: [
      "\\theta := \\theta - \\alpha",
      `x = ${"\\frac{\\text{numerator}}{\\sqrt{y}} + ".repeat(6)}1`,
      "\\unknown",
    ],
  };
  const hints = ["The first `hint`.", "The second.", "The last."];
  const [pictured] = picturedReport().exercises.flatMap(({ cases }) => cases);
  const exercises = report.exercises.map((exercise) => ({
    ...exercise,
    ...(exercise.status !== "passed" && { asked, hints }),
    ...(exercise.id === "randomMiniBatches" &&
      pictured && { counterexample: { token: "w2-optimization:1.0.0:randomMiniBatches:1", case: pictured } }),
  }));
  return { ...report, exercises, typeErrors: typeErrors(5) };
}

/** With every kind of progress. */
function thirdAttempt(report: Report): Report {
  const kinds = [
    { change: "mended" },
    { change: "new" },
    { change: "open" },
    { change: "open", mistake: "same" },
    { change: "open", mistake: "other" },
  ] as const;
  const exercises = report.exercises.map(({ id, score }, i) => ({ id, before: 1, after: score, ...kinds[i % 5] }));
  return {
    ...report,
    progress: {
      attempts: [12, 40.25],
      changed: ["assignment", "hidden-cases"],
      exercises: exercises as ExerciseProgress[],
    },
  };
}

function unloaded(report: Report): Report {
  return { ...report, status: "not-gradable", message: "submission.ts:3:7: Unexpected token", score: 0, exercises: [] };
}

/** Regions of one line each, close to each other: the hardest to hit. */
function similarity(): string {
  const lines = Array.from({ length: 30 }, (_, i) => `const value${i} = compute(${i});`);
  const side = (student: string): SimilarSide => ({
    students: [student],
    files: new Map([["submission.ts", `${lines.join("\n")}\n`]]),
  });
  const place = (line: number) => ({ file: "submission.ts", from: line, to: line });
  const pair: SimilarPair = {
    left: side("ada"),
    right: side("bo"),
    similarity: 0.756,
    longest: 2,
    overlap: 12,
    regions: [1, 2, 3, 4, 7, 9, 10, 20, 21, 22, 23, 30].map((line) => ({ left: place(line), right: place(31 - line) })),
  };
  const identical = [["cy", "di"]];
  const rest = { nothingOwn: ["ed"], cutShort: ["flo"], notCompared: [] };
  const found = { submissions: 40, distinct: 38, identical, pairs: [pair], ...rest };
  return renderSimilarity(found, { assignmentTitle: "Optimization" });
}
