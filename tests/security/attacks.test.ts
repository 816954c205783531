import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { type Attack, loadAttacks } from "./attack.ts";
import { attackBatches } from "./attack-batches.ts";
import { type GradedBatch, gradeAttacks } from "./grade-attacks.ts";
import { judgeAttack } from "./judge-attack.ts";
import { liveMarkup, rawControls } from "./unsafe-text.ts";

const attacks = await loadAttacks();
const { manifest } = await openAssignment("w2-optimization");
const batches = attackBatches(attacks, manifest);

/** The grading process itself, with compiler output, results and reports of all that is under way, mebibytes. */
const hostLimitMb = 700;
/** A worker: the isolate's 256, what Node and the buffers take, and what it can take between two looks at it. */
const workerLimitMb = 1600;
/** What a test has for itself, beyond the time of its run: reading and judging what came of it. */
const judgingMs = 30_000;

it("the corpus holds at least 120 attacks of all eight categories", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(120);
  expect(new Set(attacks.map(({ category }) => category)).size).toBe(8);
});

it("every attack of the corpus is in one batch", () => {
  const ids = batches.flatMap((batch) => batch.attacks.map(({ id }) => id));
  expect(ids.sort()).toEqual(attacks.map(({ id }) => id).sort());
});

describe.each(batches)("gradecheck grade of what $title", ({ attacks: batch, limitMs }) => {
  let result: GradedBatch;
  beforeAll(async () => {
    result = await gradeAttacks(batch, { limitMs });
  }, limitMs + judgingMs);
  const of = ({ id }: Attack) => result.graded[batch.findIndex((other) => other.id === id)];

  it.each(batch)("gives $id what it deserves, and every other function its marks", (attack) => {
    const graded = of(attack);
    expect(graded && judgeAttack(attack, graded.report)).toEqual([]);
  });

  it.each(batch)("lets nothing of $id live in the page or move the terminal", (attack) => {
    const graded = of(attack);
    expect(graded && readHtml(graded.page).flatMap(liveMarkup)).toEqual([]);
    expect(rawControls(graded?.page ?? "\u0000")).toEqual([]);
    expect(rawControls(graded?.json ?? "\u0000")).toEqual([]);
  });

  it("ends with 0 and leaves no process, and its memory stays bounded", () => {
    const { code, left, hostPeakMb, workerPeakMb, stderr } = result.run;
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(hostPeakMb).toBeLessThan(hostLimitMb);
    expect(workerPeakMb).toBeLessThan(workerLimitMb);
    expect(rawControls(stderr)).toEqual([]);
  });
});

const carrying = attacks.filter(({ never }) => never.length > 0);
const carryingBatches = attackBatches(carrying, manifest);

describe.each(carryingBatches)("gradecheck grade --audience student of what $title", (batch) => {
  const { attacks: carriers, limitMs } = batch;
  let result: GradedBatch | undefined;
  beforeAll(async () => {
    result = await gradeAttacks(carriers, { audience: "student", limitMs });
  }, limitMs + judgingMs);
  afterAll(() => {
    result = undefined;
  });

  it.each(carriers)("tells nothing of what $id has seen", (attack) => {
    const { json, page } = result?.graded[carriers.indexOf(attack)] ?? { json: attack.never[0], page: "" };
    for (const secret of attack.never) {
      expect(json).not.toContain(secret);
      expect(page).not.toContain(secret);
    }
  });
});
