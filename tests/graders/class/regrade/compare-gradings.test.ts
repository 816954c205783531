import { expect, test } from "vitest";
import {
  compareGradings,
  type GradingSnapshot,
  regradeFacts,
} from "../../../../graders/class/regrade/compare-gradings.ts";
import { caseOf, type Entry, exercise, manifestOf, reportOf, snapshotOf } from "../run/small-grading.ts";

const manifest = manifestOf(exercise("f"), exercise("g"));
const [passed, wrong] = [caseOf("visible-1", "passed"), caseOf("visible-1", "wrong")];
const second = caseOf("visible-2", "passed");
const good = reportOf({ f: [passed, second], g: [passed] });

test("compareGradings() leaves out students without a change", async () => {
  const snapshot = snapshotOf(manifest, { a: { report: good }, b: {} });
  expect(
    await compareGradings(snapshot, snapshotOf(manifest, { b: {}, a: { report: structuredClone(good) } })),
  ).toEqual([]);
});

test("compareGradings() lists the cases that changed, and the tolerance that changed with them", async () => {
  const strict = manifestOf(exercise("f", { comparison: { rtol: 1e-6, atol: 1e-9, dtype: "float" } }), exercise("g"));
  const after = snapshotOf(strict, { a: { report: reportOf({ f: [wrong, second], g: [passed] }) } });
  expect(await compareGradings(snapshotOf(manifest, { a: { report: good } }), after)).toEqual([
    {
      student: "a",
      kind: "changed",
      before: 20,
      after: 15,
      delta: -5,
      exercises: [
        {
          id: "f",
          title: "F",
          before: 10,
          after: 5,
          settings: [
            { setting: "rtol", before: "0.001", after: "0.000001" },
            { setting: "atol", before: "0", after: "1e-9" },
          ],
          cases: [{ id: "visible-1", title: "plain", before: "passed", after: "wrong" }],
        },
      ],
      others: [],
    },
  ]);
});

test("compareGradings() lists new and removed cases, and points without cases", async () => {
  const after = reportOf({ f: [second, caseOf("visible-3", "threw")], g: [passed] });
  const dearer = { ...after, exercises: after.exercises.map((one) => (one.id === "g" ? { ...one, score: 20 } : one)) };
  const worth = manifestOf(exercise("f"), exercise("g", { points: 20 }));
  const [change] = await compareGradings(
    snapshotOf(manifest, { a: { report: good } }),
    snapshotOf(worth, { a: { report: dearer } }),
  );
  expect(change?.exercises).toEqual([
    {
      id: "f",
      title: "F",
      before: 10,
      after: 5,
      settings: [],
      cases: [
        { id: "visible-3", title: "plain", after: "threw" },
        { id: "visible-1", title: "plain", before: "passed" },
      ],
    },
    {
      id: "g",
      title: "G",
      before: 10,
      after: 20,
      settings: [{ setting: "points", before: "10", after: "20" }],
      cases: [],
    },
  ]);
});

test("compareGradings() lists another submission, status, seed, backend, lateness and overrides", async () => {
  const late = { lateSeconds: 9, daysCounted: 1, lateDaysUsed: 0, points: 2, sentence: "1 day late." };
  const other = { ...good, submission: { name: "", sha256: "1".repeat(64) }, seed: 2, backend: "tensorflow" as const };
  const before = { report: good, result: { overrides: [{ exercise: "f", from: 10, to: 12, reason: "r" }] } };
  const after = {
    report: other,
    result: {
      late,
      score: 14,
      overrides: [{ exercise: "g", from: 10, to: 6, reason: "r" }],
      status: "graded" as const,
    },
  };
  const [change] = await compareGradings(snapshotOf(manifest, { a: before }), snapshotOf(manifest, { a: after }));
  expect(change).toMatchObject({ before: 20, after: 14, delta: -6, exercises: [] });
  expect(change?.others).toEqual([
    { what: "submission" },
    { what: "seed", before: 1, after: 2 },
    { what: "backend", before: "cpu", after: "tensorflow" },
    { what: "late", before: 0, after: 2 },
    { what: "override", exercise: "f", before: 12 },
    { what: "override", exercise: "g", after: 6 },
  ]);
});

test("compareGradings() treats an override with the same effect as unchanged", async () => {
  const entry = (from: number, to: number) => ({
    a: { report: good, result: { score: 20, overrides: [{ exercise: "f", from, to, reason: "r" }] } },
  });
  expect(await compareGradings(snapshotOf(manifest, entry(5, 6)), snapshotOf(manifest, entry(7, 8)))).toEqual([]);
  expect(await compareGradings(snapshotOf(manifest, entry(5, 6)), snapshotOf(manifest, entry(7, 6)))).toEqual([]);
  expect(await compareGradings(snapshotOf(manifest, entry(5, 6)), snapshotOf(manifest, entry(7, 9)))).toHaveLength(1);
});

test("compareGradings() lists the largest changes first, new and vanished students among them", async () => {
  const scored = (score: number): Entry => ({ report: good, result: { score } });
  const before = snapshotOf(manifest, {
    gone: scored(3),
    c: scored(10.1),
    b: scored(0),
    a: scored(5),
    same: scored(1),
  });
  const after = snapshotOf(manifest, { new: scored(8), same: scored(1), a: scored(4), b: scored(1), c: scored(10.4) });
  const changes = await compareGradings(before, after);
  expect(changes.map(({ student, kind, delta }) => [student, kind, delta])).toEqual([
    ["new", "new", 8],
    ["gone", "vanished", -3],
    ["a", "changed", -1],
    ["b", "changed", 1],
    ["c", "changed", 0.3],
  ]);
  expect(regradeFacts(before, after)).toMatchObject({ before: 5, after: 5, both: 4, order: ["f", "g"], exercises: [] });
});

test("compareGradings() asks for the reports of one student at a time", async () => {
  let open = 0;
  let most = 0;
  const watch = (snapshot: GradingSnapshot): GradingSnapshot => ({
    ...snapshot,
    reportOf: async (student) => {
      most = Math.max(most, ++open);
      const report = await snapshot.reportOf(student);
      open--;
      return report;
    },
  });
  const entries = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`s${i}`, { report: good }]));
  const changes = await compareGradings(watch(snapshotOf(manifest, entries)), watch(snapshotOf(manifest, entries)));
  expect([changes, most]).toEqual([[], 2]);
});
