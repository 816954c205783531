import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseExpectation } from "./expectation.ts";
import { type GradedBatch, gradeAttacks } from "./grade-attacks.ts";
import { judgeAttack } from "./judge-attack.ts";

/** Right submissions that print, wait and help themselves, as students' do while they look for a mistake. */
const students = ["prints", "timers", "helpers"].map((name) => ({
  id: `debugging/${name}`,
  category: "debugging",
  path: fileURLToPath(new URL(`../attacks/debugging/${name}.ts`, import.meta.url)),
  isFolder: false,
  expectation: parseExpectation("full marks"),
  scope: "module" as const,
  exercises: undefined,
  onHonestBase: true,
  most: undefined,
  never: [],
}));

let batch: GradedBatch | undefined;
beforeAll(async () => {
  batch = await gradeAttacks(students);
}, 60_000);
afterAll(() => {
  batch = undefined;
});

it.each(students)("$id costs no point", (student) => {
  const report = batch?.graded[students.indexOf(student)]?.report;
  expect(report && judgeAttack(student, report)).toEqual([]);
  expect(report).toMatchObject({ score: 100, maxScore: 100 });
});

it("what was printed is shown beside its case", () => {
  const [prints] = batch?.graded ?? [];
  const [gd] = prints?.report.exercises ?? [];
  expect(gd?.cases[0]?.console?.replaceAll(/-?\d\.\d+ */g, "…")).toMatchInlineSnapshot(`
    "updateParametersWithGd { learningRate: …}
      ┌─────────┬──────┬───────┬────────────────────────────┐
      │ (index) │ name │ shape │ mean                       │
      ├─────────┼──────┼───────┼────────────────────────────┤
      │ 0       │ 'W1' │ '2x3' │ Tensor …│
      │ 1       │ 'b1' │ '2x1' │ Tensor …│
      │ 2       │ 'W2' │ '3x2' │ Tensor …│
      │ 3       │ 'b2' │ '3x1' │ Tensor …│
      └─────────┴──────┴───────┴────────────────────────────┘
      W1: 1
      W1 Tensor
          [[…, …, …],
           […, …, …]] has the gradient Tensor
          [[…, …, …],
           […, …, …]]
      {
        W1: Tensor
            [[…, …, …],
             […, …, …]],
        at: Map(1) {
          'W1' => [
            [ …, …, …],
            [ …, …, …]
          ]
        }
      }
      b1: 1
      b1 Tensor
          [[…],
           […]] has the gradient Tensor
          [[…],
           […]]
      {
        b1: Tensor
            [[…],
             […]],
        at: Map(1) { 'b1' => [ [ …], [ …] ] }
      }
      W2: 1
      W2 Tensor
          [[…, …],
           […, …],
           […, …]] has the gradient Tensor
          [[…, …],
           […, …],
           […, …]]
      {
        W2: Tensor
            [[…, …],
             […, …],
             […, …]],
        at: Map(1) {
          'W2' => [
            [ …, …],
            [ …, …],
            [ …, …]
          ]
        }
      }
      b2: 1
      b2 Tensor
          [[…],
           […],
           […]] has the gradient Tensor
          [[…],
           […],
           […]]
      {
        b2: Tensor
            [[…],
             […],
             […]],
        at: Map(1) {
          'b2' => [
            [ …],
            [ …],
            [ …]
          ]
        }
      }
      Tensor
          [[…, …, …],
           […, …, …]]
      Warning: No such label 'all' for console.timeLog()
    Trace: done
        at updateParametersWithGd (debugging--prints.ts:23:11)
    "
  `);
});
