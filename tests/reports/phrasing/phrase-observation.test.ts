import { expect, test } from "vitest";
import { phraseObservation } from "../../../reports/phrasing/phrase-observation.ts";
import schema from "../../../reports/report/report.schema.json" with { type: "json" };
import type { Condition, Observation } from "../../../reports/report/report.ts";

const conditions: readonly Condition[] = [
  { kind: "first-call", holdsWhere: "passes" },
  { kind: "not-passed", parameter: "epsilon", holdsWhere: "fails" },
  { kind: "not-passed", parameter: "beta1", also: ["beta2"], holdsWhere: "passes" },
  { kind: "type", parameter: "z", type: "a list", holdsWhere: "fails" },
  { kind: "equals", parameter: "beta", quantity: "value", value: 0, holdsWhere: "fails" },
  { kind: "equals", parameter: "lambd", quantity: "value", value: 0, holdsWhere: "passes", exact: false },
  { kind: "equals", parameter: "X", quantity: "columns", value: 1, holdsWhere: "passes" },
  { kind: "from", parameter: "grads", quantity: "magnitude", value: 1.1, other: 0.9, holdsWhere: "fails" },
  { kind: "up-to", parameter: "keepProb", quantity: "value", value: 0.4, other: 0.5, holdsWhere: "fails" },
  { kind: "divides", parameter: "miniBatchSize", of: "X", holdsWhere: "passes" },
  { kind: "square", parameter: "X", holdsWhere: "passes" },
];

const observations: readonly Observation[] = [
  ...conditions.map((condition): Observation => ({ code: "condition", among: "all", condition })),
  { code: "condition", among: "visible", condition: { kind: "not-passed", parameter: "C", holdsWhere: "passes" } },
  { code: "changed-argument", among: "all", parameter: "epsilon" },
  { code: "places", among: "all", wrong: ["db1"], right: ["dW1", "dZ1"] },
  { code: "places", among: "all", wrong: ["Wl", "bl"], right: [], layers: "last" },
  { code: "places", among: "visible", wrong: ["bl"], right: ["Wl"], layers: "all but the first" },
  { code: "same-numbers", among: "all" },
  { code: "places", among: "all", wrong: ["[i].Y"], right: ["[i].X"], layers: "last", ofItems: true },
  { code: "ignored-argument", among: "all", parameter: "learningRate" },
  { code: "nothing-drawn", among: "all" },
  { code: "other-draws", among: "all" },
];

test("phraseObservation() has a sentence for every observation", () => {
  const { observation, condition } = schema.definitions;
  expect(new Set(observations.map(({ code }) => code))).toEqual(new Set(observation.properties.code.enum));
  expect(new Set(conditions.map(({ kind }) => kind))).toEqual(new Set(condition.properties.kind.enum));
  expect(`\n${observations.map(phraseObservation).join("\n")}\n`).toMatchInlineSnapshot(`
    "
    Of the cases, only the first one passes: does the function keep something from one call to the next?
    Of the cases, exactly those that leave out \`epsilon\` fail.
    Of the cases, exactly those that leave out \`beta1\` and \`beta2\` pass.
    Of the cases, exactly those in which \`z\` is a list fail.
    Of the cases, exactly those in which \`beta\` is 0 fail.
    Of the cases, all those in which \`lambd\` is 0 pass; most others do not.
    Of the cases, exactly those in which \`X\` has 1 column pass.
    Of the cases, those in which the largest number of \`grads\` is at least 1.1 in size fail, and those with at most 0.9 pass.
    Of the cases, those in which \`keepProb\` is at most 0.4 fail, and those with at least 0.5 pass.
    Of the cases, exactly those in which \`miniBatchSize\` divides the number of columns of \`X\` pass.
    Of the cases, exactly those in which \`X\` has as many rows as columns pass.
    Of the visible cases, exactly those that leave out \`C\` pass.
    When only \`epsilon\` is changed, cases that passed fail.
    In the failing cases, \`db1\` is wrong; \`dW1\` and \`dZ1\` are right.
    In the failing cases, \`Wl\` and \`bl\` are wrong, but only in the last layer; all other layers are right.
    In the failing cases, \`bl\` is wrong, in every layer but the first; \`Wl\` is right.
    The numbers are the same in every failing case, though the inputs differ and other numbers are expected.
    In the failing cases, \`[i].Y\` is wrong, but only in the last item; \`[i].X\` is right.
    Cases that differ only in \`learningRate\` give the same result, though different ones are expected: does your function use it?
    In the failing cases, nothing is drawn from the generator that is passed in.
    In the failing cases, more, fewer or other numbers are drawn from the generator than should be.
    "
  `);
});
