import fc from "fast-check";
import { expect, it } from "vitest";
import { type Case, caseKey } from "../../assignments/catalog/case.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { defaultValueLimits } from "../../assignments/values/value-format.ts";
import { diagnose } from "../../graders/judge/diagnose.ts";
import { gradeRun } from "../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../graders/judge/grading-basis.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { noPlaces } from "../../sandbox/bundle/source-places.ts";
import { reply } from "../../sandbox/protocol/reply-format.ts";
import { outcomeOfReply } from "../../sandbox/replies/outcome-of-reply.ts";
import { parseReply } from "../../sandbox/replies/parse-reply.ts";
import { allocatedDuring, mutated, randomBytes } from "../assignments/arbitrary-bytes.ts";
import { anyValue } from "../assignments/arbitrary-value.ts";
import { smallAssignment, smallExercise } from "../fixtures/small-exercise.ts";

const exercise = smallExercise();
const testCase: Case = { id: "visible-1", exercise: "f", visibility: "visible", title: "a case", args: [] };

/** A few of everything that a reference returns. */
const expectedValues: readonly Value[] = [
  { kind: "number", value: 1 },
  { kind: "tensor", dtype: "float32", shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6), variable: false },
  { kind: "array", shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) },
  {
    kind: "list",
    items: [
      { kind: "list", items: [] },
      { kind: "number", value: 2 },
    ],
  },
  {
    kind: "record",
    entries: [
      ["W1", { kind: "array", shape: [3], data: Float64Array.of(1, 2, 3) }],
      ["b1", { kind: "number", value: 0 }],
    ],
  },
];

/** Everything that is done with the bytes of a reply, up to the page. */
async function work(bytes: Uint8Array, expected: Value): Promise<void> {
  const answer = outcomeOfReply(parseReply(bytes), noPlaces, 1e6);
  if (answer === undefined) return;
  const run = { exercise: "f", caseId: testCase.id, console: answer.console, ...answer.outcome };
  const basis: GradingBasis = {
    exercises: [exercise],
    cases: [testCase],
    expected: new Map([[caseKey(testCase), { value: expected }]]),
    properties: {},
    common: smallAssignment,
  };
  const report = await gradeRun(basis, { name: "s", sha256: "0" }, { loaded: true, exportNames: ["f"], cases: [run] });
  const judged = report.exercises[0]?.cases[0];
  const misconceptions = [
    {
      id: "f/m",
      exercise: "f",
      name: "m",
      explanation: "m",
      outcomes: new Map([[testCase.id, { kind: "returned", value: expected } as const]]),
    },
  ];
  if (judged !== undefined)
    diagnose({
      exercise,
      properties: [],
      cases: [{ testCase, expected: { value: expected }, run, report: judged }],
      misconceptions,
    });
  renderHtml(report);
}

const returned = (value: Uint8Array): Uint8Array =>
  new Uint8Array([reply.returned, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...value]);
const anyReply = fc.oneof(mutated(anyValue.map(encodeValue)), randomBytes).map(returned);

it("decoding, judging, diagnosing and showing any bytes allocates in proportion to them", async () => {
  for (const expected of expectedValues) await work(returned(encodeValue(expected)), expected);
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyReply, randomBytes), fc.constantFrom(...expectedValues), async (bytes, expected) => {
      // Ten megabytes are what a page takes of any kind, with its template and styles.
      expect(await allocatedDuring(() => work(bytes, expected))).toBeLessThan(10_000_000 + 5000 * bytes.length);
    }),
    { numRuns: 500 },
  );
});

/** Replies of few bytes that claim as much as they can: rows that cost nothing, at every place where a reader could believe them. */
const claims: readonly (readonly [string, Value | Uint8Array])[] = [
  ["a million rows of an array that are empty", new Uint8Array([6, 2, 64, 66, 15, 0, 0, 0, 0, 0])],
  ["a million rows of a tensor that are empty", new Uint8Array([5, 0, 0, 2, 64, 66, 15, 0, 0, 0, 0, 0])],
  ["a list of four million", new Uint8Array([7, 0, 9, 61, 0])],
  ["a record of four million", new Uint8Array([8, 0, 9, 61, 0])],
];

it.each(claims)("takes %s for nothing, against any expected value", async (_, claim) => {
  const bytes = returned(claim instanceof Uint8Array ? claim : encodeValue(claim));
  for (const expected of expectedValues) {
    expect(await allocatedDuring(() => work(bytes, expected))).toBeLessThan(10_000_000);
  }
});

it("holds no more values in one reply than it takes a few milliseconds to look at", () => {
  const items = (count: number): Value => ({
    kind: "list",
    items: Array.from({ length: count }, (): Value => ({ kind: "list", items: [] })),
  });
  const most = Math.floor(defaultValueLimits.elements / 400) - 50;
  expect(parseReply(returned(encodeValue(items(most)))).kind).toBe("returned");
  expect(parseReply(returned(encodeValue(items(most + 100)))).kind).toBe("unreadable");
});
