import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queueOf, secretId } from "../../../graders/queue/requirement.ts";
import type { WaitingQueue } from "../../../graders/queue/waiting-queues.ts";
import { Fittings } from "../../../graders/queue/worker/fittings.ts";
import { turnMs } from "../../../graders/queue/worker/turn.ts";
import { FakeGrader, fakeGrading, requirement, secret } from "./fake-grading.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const facts = { version: "1.2.3", secretId: secretId(secret) };
const waiting = (letter: string, urgency = 20): WaitingQueue => {
  const own = requirement({ fingerprint: letter.repeat(64) });
  return { queue: queueOf(own), urgency, requirement: own };
};
const letterOf = (queue: string): string => queue.at(-1) ?? "";

/** @property closed Letters, in their order. @property fails Makes opening fail. */
function rig() {
  const state = { closed: [] as string[], used: new Set<string>(), misfits: [] as unknown[], fails: false };
  const fittings = new Fittings(
    facts,
    async ({ fingerprint }) => {
      if (state.fails) throw new Error("no memory left");
      const { grading, version } = fakeGrading(new FakeGrader());
      const close = async (): Promise<void> => void state.closed.push(fingerprint.slice(0, 1));
      return { version, grading: { ...grading, fingerprint }, [Symbol.asyncDispose]: close };
    },
    (queue) => state.used.has(letterOf(queue)),
    (queue, ...told) => state.misfits.push([letterOf(queue), ...told]),
  );
  const names = async (some: readonly WaitingQueue[]): Promise<string> =>
    (await fittings.fitting(some)).map(({ queue }) => letterOf(queue)).join("");
  return { state, fittings, names };
}

describe("Fittings", () => {
  const five = [..."abcde"].map((letter) => waiting(letter));

  it("opens four kinds of work, and another one when the first has had its turn and nothing of it is under way", async () => {
    const { state, names } = rig();
    expect(await names(five)).toBe("abcd");
    state.used.add("a");
    vi.advanceTimersByTime(turnMs);
    state.used = new Set("abcd");
    // Nothing more is taken for the first one, so that it comes to its end.
    await names(five);
    expect(await names(five)).toBe("bcd");
    expect(state.closed).toEqual([]);
    // Unless nobody wants its room any more.
    expect(await names(five.slice(0, 4))).toBe("abcd");
    await names(five);
    state.used.delete("a");
    expect(await names(five)).toBe("bcde");
    expect(state.closed).toEqual(["a"]);
    // It has another turn when the next one is over.
    vi.advanceTimersByTime(turnMs);
    state.used = new Set();
    expect(await names(five)).toContain("a");
  });

  it("closes at once that for which nothing waits, or what is less urgent", async () => {
    const { state, names } = rig();
    await names(five.slice(0, 4));
    expect(await names(five.slice(1))).toBe("bcde");
    expect(state.closed).toEqual(["a"]);
    expect(await names([...five.slice(1), waiting("f", 40)])).toContain("f");
    expect(state.closed).toHaveLength(2);
  });

  it("tells of what it cannot take, and tries again what has failed after a minute", async () => {
    const { state, fittings, names } = rig();
    state.fails = true;
    const other = { ...waiting("b"), requirement: requirement({ fingerprint: "b".repeat(64), secretId: "another" }) };
    const changed = { ...waiting("c"), requirement: waiting("d").requirement };
    expect(await names([waiting("a"), other, changed])).toBe("");
    expect(state.misfits).toEqual([
      ["a", "assignment", "no memory left"],
      ["b", "secret", undefined],
      ["c", "tampered", undefined],
    ]);
    expect(Object.values(fittings.misfits)).toEqual(["assignment", "secret", "tampered"]);
    state.fails = false;
    expect(await names([waiting("a"), other])).toBe("");
    vi.advanceTimersByTime(60_000);
    expect(await names([waiting("a"), other])).toBe("a");
    expect(Object.values(fittings.misfits)).toEqual(["secret", "tampered"]);
    expect(state.misfits).toHaveLength(3);
  });
});
