import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { timed } from "../../../graders/session/grading-watch.ts";
import { right, updateLrWith } from "../counterexample/wrong-in-corners.ts";

const watch = { onPhase: vi.fn<(phase: string, seconds: number) => void>(), onReplaced: vi.fn() };
const phases = (): string[] => watch.onPhase.mock.calls.map(([phase]) => phase);

let session: GradingSession;
beforeAll(async () => {
  session = await GradingSession.open({
    assignment: "w2-optimization",
    visibility: "visible",
    exercises: ["updateLr"],
    workers: 1,
    cacheDirectory: userDirectory("cache", process.env),
    watch,
  });
});
afterAll(() => session[Symbol.asyncDispose]());
beforeEach(() => vi.clearAllMocks());

it("is told each phase of a submission", async () => {
  expect(await session.grade(updateLrWith(right), { name: "s" })).toMatchObject({ status: "graded" });
  expect(phases()).toEqual(["compile", "run", "judge"]);
  expect(watch.onPhase.mock.calls.every(([, seconds]) => seconds > 0 && seconds < 60)).toBe(true);
  expect(watch.onReplaced).not.toHaveBeenCalled();
});

it("is told of a process that a submission has brought down", async () => {
  await session.grade(updateLrWith(right, "for (;;);"), {
    name: "s",
  });
  await vi.waitFor(() => expect(watch.onReplaced).toHaveBeenCalled());
  expect(phases()).toEqual(["compile", "run", "judge"]);
});

it("is told of the phase in which a submission fails, and of none after it", async () => {
  expect(await session.grade(updateLrWith("return ("), { name: "s" })).toMatchObject({ status: "not-gradable" });
  expect(phases()).toEqual(["compile"]);
});

it("measures what fails, too", async () => {
  const onPhase = vi.fn();
  await expect(timed(onPhase, "run", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(onPhase).toHaveBeenCalledExactlyOnceWith("run", expect.any(Number));
});
