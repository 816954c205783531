import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { readHtml } from "../fixtures/read-html.ts";
import { type Attack, loadAttacks } from "./attack.ts";
import { attackBatches } from "./attack-batches.ts";
import { type GradedBatch, gradeAttacks } from "./grade-attacks.ts";
import { judgeAttack } from "./judge-attack.ts";
import type { HostLag } from "./lag-meter.ts";
import { liveMarkup, rawControls } from "./unsafe-text.ts";
import { warmCaches } from "./warm-caches.ts";

const attacks = await loadAttacks();
const { manifest } = await openAssignment("w2-optimization");
const batches = attackBatches(attacks, manifest);

/** The grading process itself, with compiler output, results and reports of all that is under way, mebibytes. */
const hostLimitMb = 700;
/** A worker: the isolate's 256, what Node and the buffers take, and what it can take between two looks at it. */
const workerLimitMb = 1600;
/**
 * For how long no attack may hold the event loop of the grading process, milliseconds of computing: others who use the machine add to the
 * time by the clock, and that is no submission's doing.
 */
const lagLimitMs = 100;
beforeAll(warmCaches);
/** Of each run so far. */
const lags: HostLag[] = [];
afterAll(() => {
  const most = (pick: (lag: HostLag) => number): string => Math.max(0, ...lags.map(pick)).toFixed(0);
  const wall = most(({ wallMs }) => wallMs);
  process.stdout.write(
    `The event loop was held for at most ${most(({ cpuMs }) => cpuMs)} ms of computing (${wall} ms by the clock) in ${lags.length} runs\n`,
  );
});
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
    lags.push(result.run.lag);
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

  const holding = "never holds the event loop of the grading process for more than 100 ms";
  it(holding, { timeout: limitMs + judgingMs }, async () => {
    const { lag } = result.run;
    // What a submission does it does each time; a collection of garbage at a bad moment is none of its doing.
    const again = lag.cpuMs < lagLimitMs ? lag : (await gradeAttacks(batch, { limitMs })).run.lag;
    expect(again.cpuMs).toBeLessThan(lagLimitMs);
  });
});

const carrying = attacks.filter(({ never }) => never.length > 0);
const carryingBatches = attackBatches(carrying, manifest);

describe.each(carryingBatches)("gradecheck grade --audience student of what $title", (batch) => {
  const { attacks: carriers, limitMs } = batch;
  let result: GradedBatch | undefined;
  beforeAll(async () => {
    // What a submission sees in public cases is told: `counterexample-secrecy.test.ts` shows that it holds nothing of hidden ones.
    result = await gradeAttacks(carriers, { audience: "student", counterexamples: false, limitMs });
    lags.push(result.run.lag);
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
