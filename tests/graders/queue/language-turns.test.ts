import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WaitingQueue } from "../../../graders/queue/waiting-queues.ts";
import { LanguageTurns } from "../../../graders/queue/worker/language-turns.ts";
import { turnMs } from "../../../graders/queue/worker/turn.ts";
import { currentLanguage, type Language, speak } from "../../../reports/messages/language.ts";
import { requirement } from "./fake-grading.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => {
  vi.useRealTimers();
  speak("en");
});

const waiting = (queue: string, language: Language, urgency = 20): WaitingQueue => ({
  queue,
  urgency,
  requirement: requirement({ settings: { assignment: "w2-optimization", seed: 1, language } }),
});
const [english, german] = [waiting("english", "en"), waiting("german", "de")];

describe("LanguageTurns", () => {
  it("stays with a language for a turn, ends what is under way, and changes", () => {
    const turns = new LanguageTurns();
    expect(turns.choose([english, german], true)).toEqual([english]);
    vi.advanceTimersByTime(turnMs - 1);
    expect(turns.choose([english, german], false)).toEqual([english]);
    vi.advanceTimersByTime(1);
    expect(turns.choose([english, german], true)).toEqual([]);
    expect(currentLanguage()).toBe("en");
    expect(turns.choose([english, german], false)).toEqual([german]);
    expect(currentLanguage()).toBe("de");
    // It has a turn of its own.
    expect(turns.choose([english, german], true)).toEqual([german]);
  });

  it("changes at once where nothing of its own waits, and for what is more urgent", () => {
    const turns = new LanguageTurns();
    expect(turns.choose([german], true)).toEqual([]);
    expect(turns.choose([german], false)).toEqual([german]);
    const urgent = waiting("check", "en", 40);
    expect(turns.choose([urgent, german], true)).toEqual([]);
    expect(turns.choose([urgent, german], false)).toEqual([urgent]);
  });

  it("goes on where only its own language waits, however long", () => {
    const turns = new LanguageTurns();
    vi.advanceTimersByTime(10 * turnMs);
    expect(turns.choose([english], true)).toEqual([english]);
    expect(turns.choose([], true)).toEqual([]);
  });
});
