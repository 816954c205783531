import { describe, expect, it } from "vitest";
import { CaseQueue } from "../../../sandbox/pool/case-queue.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";

const at = (exercise: number, index: number) => ({ exercise, case: index });
const [visible, hidden] = [
  [at(0, 0), at(1, 0)],
  [at(0, 1), at(1, 1)],
];
const plan = { parts: [[...visible, ...hidden]], alone: new Set<number>() };
const run = (exercise: number, index: number): CaseRun => ({
  exercise: `f${exercise}`,
  caseId: String(index),
  console: "",
  outcome: "not-implemented",
});

/** Books everything of the part that is next. @returns `0.1*` for case 1 of exercise 0 in the shared context. */
function work(queue: CaseQueue): string[] {
  const done: string[] = [];
  for (let { next } = queue; next !== undefined; { next } = queue) {
    done.push(`${next.exercise}.${next.case}${next.isShared ? "*" : ""}${next.isReplay ? " replayed" : ""}`);
    queue.book(run(next.exercise, next.case));
  }
  return done;
}

const names = (queue: CaseQueue): string[] =>
  queue.results.map(({ exercise, caseId }) => `${exercise} ${caseId}`).sort();
/** Both exercises passed. */
const both: ReadonlySet<number> = new Set([0, 1]);
const all = ["f0 0", "f0 1", "f1 0", "f1 1"];

describe("CaseQueue", () => {
  it("runs visible cases and then hidden ones in one context while everything passes", () => {
    const queue = new CaseQueue(plan, true);
    expect(work(queue)).toEqual(["0.0*", "1.0*", "0.1*", "1.1*"]);
    expect([...queue.doubtful.keys()]).toEqual([0, 1]);
    expect(queue.advance(both)).toBe("over");
    expect(names(queue)).toEqual(all);
  });

  it("runs what does not pass again in contexts of its own, afresh, visible cases before any hidden one, and keeps that alone", () => {
    const queue = new CaseQueue(plan, true);
    work(queue);
    expect(queue.advance(new Set())).toBe("afresh");
    expect(work(queue)).toEqual(["0.0", "1.0", "0.1", "1.1"]);
    expect([...queue.doubtful]).toEqual([]);
    expect(queue.advance(new Set())).toBe("over");
    expect(names(queue)).toEqual(all);
  });

  it("keeps what passes when something else is run again", () => {
    const queue = new CaseQueue(plan, true);
    work(queue);
    expect(queue.advance(new Set([1]))).toBe("afresh");
    expect(work(queue)).toEqual(["0.0", "0.1"]);
    expect(queue.advance(both)).toBe("over");
    expect(names(queue)).toEqual(all);
  });

  it("shares nothing where it is told not to, or not any more, and asks of nothing that was not shared", () => {
    const apart = new CaseQueue(plan, false);
    expect([...work(apart), apart.advance(new Set())]).toEqual(["0.0", "1.0", "0.1", "1.1", "over"]);
    const queue = new CaseQueue(plan, true);
    queue.book(run(0, 0));
    queue.unshare();
    expect(work(queue)).toEqual(["1.0", "0.1", "1.1"]);
    expect([...queue.doubtful.keys()]).toEqual([0]);
    expect(queue.advance(new Set())).toBe("afresh");
    expect(work(queue)).toEqual(["0.0"]);
    expect(queue.advance(new Set())).toBe("over");
    expect(names(queue)).toEqual(all);
  });

  it("goes on part by part in the same isolate where there are several", () => {
    const queue = new CaseQueue({ ...plan, parts: [[at(0, 0)], [], [at(0, 1)]] }, false);
    expect(work(queue)).toEqual(["0.0"]);
    expect(queue.advance(new Set())).toBe("continues");
    expect(work(queue)).toEqual(["0.1"]);
    expect(queue.advance(new Set())).toBe("over");
  });

  it("gives an exercise that is to be alone a context of its own from the start, and asks of no result whether it passed", () => {
    const queue = new CaseQueue({ ...plan, alone: new Set([1]) }, true);
    expect(work(queue)).toEqual(["0.0*", "1.0", "0.1*", "1.1"]);
    expect([...queue.doubtful.keys()]).toEqual([0]);
    expect(queue.advance(new Set([0]))).toBe("over");
    expect(names(queue)).toEqual(all);
  });

  it("brings all cases of an exercise forward, the hidden ones too", () => {
    const queue = new CaseQueue(plan, true);
    queue.book(run(0, 0));
    expect([...queue.waiting]).toEqual([1, 0]);
    expect(queue.bringForward(1)).toBe(2);
    expect(work(queue)).toEqual(["1.0*", "1.1*", "0.1*"]);
  });

  it("refuses a result for which there is no case", () => {
    const queue = new CaseQueue(plan, true);
    work(queue);
    expect(() => queue.book(run(0, 1))).toThrow("no case is left");
  });
});
