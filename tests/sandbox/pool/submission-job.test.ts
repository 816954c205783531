import { describe, expect, it } from "vitest";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import { noPlaces } from "../../../sandbox/bundle/source-places.ts";
import { SubmissionJob } from "../../../sandbox/pool/submission-job.ts";
import type { Waits } from "../../../sandbox/pool/worker.ts";
import type { Frame } from "../../../sandbox/protocol/frame.ts";
import { reply } from "../../../sandbox/protocol/reply-format.ts";

const bundle = { name: "s", sha256: "", code: "", places: noPlaces, definitions: { names: [] } };
const limits = { submissionTimeMs: 1000, memoryMb: 64, consoleBytes: 1000 };
const inputs = { parameters: [], mutates: [], repeat: false, caseTimeMs: 100 };
const exercises = [
  { ...inputs, exercise: "f", caseIds: ["visible-1", "visible-2"], visibleCases: 2 },
  { ...inputs, exercise: "g", caseIds: ["visible-1"], visibleCases: 1 },
];

const frame = (header: Record<string, unknown>, part?: Uint8Array): Frame => ({ header, parts: part ? [part] : [] });
const loaded = frame({ type: "loaded" }, new Uint8Array([reply.loaded, 0, 0, 0, 0]));
const one = encodeValue({ kind: "number", value: 1 });
const returned = new Uint8Array([reply.returned, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...one]);
const answered = (exercise: number, index: number, part = returned, cpuMs = 1): Frame =>
  frame({ type: "answered", cases: [{ exercise, case: index, cpuMs }] }, part);
/** Several cases of the first exercise in one message. */
const answeredTogether = (...indexes: readonly number[]): Frame => ({
  header: { type: "answered", cases: indexes.map((index) => ({ exercise: 0, case: index, cpuMs: 1 })) },
  parts: indexes.map(() => returned),
});
const timedOut = (exercise: number, index: number, cpuMs: number): Frame =>
  frame({ type: "stopped", exercise, case: index, by: "time", detail: "", cpuMs });
const waits = (starvedMs: number, unexcusedMs = 0): Waits => ({
  starvedMs: () => starvedMs,
  unexcusedMs: () => unexcusedMs,
});

const outcomesOf = (job: SubmissionJob): string[] => {
  const { result } = job;
  return result.loaded ? result.cases.map(({ outcome }) => outcome) : [result.failure.message];
};

describe("SubmissionJob", () => {
  it("books one outcome per case, in order, over as many workers as it takes", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    job.begin(1);
    job.receive(loaded);
    job.workerEnded({ by: "crashed", stderr: "" });
    job.workerEnded({ by: "crashed", stderr: "" });
    expect(job.remaining).toEqual([{ exercise: 1, case: 0, isShared: false, isReplay: false }]);
    job.receive(loaded);
    job.receive(answered(1, 0));
    expect(job.receive(frame({ type: "done" }))).toBe("look");
    expect(outcomesOf(job)).toEqual(["returned", "crashed", "returned"]);
  });

  it("believes a timeout at once where the case had the processor to itself", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 99))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["timeout"]);
  });

  it("tries a timeout once more where the case was starved, and believes the second where the system does not tell why", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 10))).toBe("again");
    expect(outcomesOf(job)).toEqual([]);
    expect(job.remaining[0]).toEqual({ exercise: 0, case: 0, isShared: false, isReplay: false });
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 10))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["timeout"]);
    job.receive(loaded);
    expect(job.receive(timedOut(0, 1, 10))).toBe("again");
  });

  it("replays what a starved function was called with before, and gives its case the longer time after that", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.receive(timedOut(0, 1, 10), waits(90))).toBe("again");
    expect(job.remaining).toMatchObject([
      { exercise: 0, case: 0, isReplay: true },
      { exercise: 0, case: 1, isReplay: false },
      { exercise: 1, case: 0, isReplay: false },
    ]);
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.times.caseTimeMs(0)).toBe(400);
    expect(job.receive(timedOut(0, 1, 390), waits(10))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["returned", "timeout"]);
  });

  it("replays what a function was called with in company before it runs a case of it alone", () => {
    const job = new SubmissionJob(bundle, exercises, limits, { passes: () => true });
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.receive(timedOut(0, 1, 99))).toBe("resume");
    expect(job.remaining).toEqual([
      { exercise: 0, case: 0, isShared: false, isReplay: true },
      { exercise: 0, case: 1, isShared: false, isReplay: false },
      { exercise: 1, case: 0, isShared: false, isReplay: false },
    ]);
    expect(outcomesOf(job)).toEqual(["returned"]);
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.receive(timedOut(0, 1, 99))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["returned", "timeout"]);
  });

  it("books on the case what its replays do not survive", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    job.receive(timedOut(0, 1, 10), waits(90));
    job.receive(loaded);
    job.receive(timedOut(0, 0, 390), waits(10));
    expect(outcomesOf(job)).toEqual(["returned", "timeout"]);
    expect(job.remaining).toMatchObject([{ exercise: 1, case: 0, isReplay: false }]);
  });

  it("believes a timeout of a case that slept of its own accord: the processor was there for it", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 1), waits(15))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["timeout"]);
  });

  it.each([
    ["a case", 0, loaded],
    ["the loading", -1, undefined],
  ])(
    "believes no timeout of %s that processor time does not confirm: longer each time, then none at all",
    (_, at, first) => {
      const job = new SubmissionJob(bundle, exercises, limits);
      const tryAgain = (cpuMs: number, waitedMs: number) => {
        if (first !== undefined) job.receive(first);
        return job.receive(timedOut(0, at, cpuMs), waits(waitedMs));
      };
      expect(tryAgain(10, 90)).toBe("again");
      expect(job.times.caseTimeMs(0)).toBe(400);
      expect(tryAgain(40, 360)).toBe("again");
      expect(job.times.caseTimeMs(0)).toBe(1600);
      expect(tryAgain(70, 1530)).toBe("starved");
      expect(job.result).not.toHaveProperty("failure");
    },
  );

  it("believes a timeout on a busy machine as soon as it has had the time that it has on an idle one", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 30), waits(70))).toBe("again");
    job.receive(loaded);
    expect(job.receive(timedOut(0, 0, 120), waits(280))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["timeout"]);
    expect(job.times.caseTimeMs(1)).toBe(100);
  });

  it.each(["silent", "memory", "crashed", "budget", "protocol"] as const)(
    "books the end of a worker (%s) on no case where all have answered, and goes on with what is left",
    async (by) => {
      const one = [{ ...inputs, exercise: "f", caseIds: ["visible-1", "hidden-1"], visibleCases: 1 }];
      const job = new SubmissionJob(bundle, one, limits, { passes: () => true, untilFailure: true });
      job.receive(loaded);
      job.receive(answered(0, 1));
      expect(job.remaining).toEqual([]);
      job.workerEnded({ by, stderr: "" });
      job.workerEnded({ by, stderr: "" });
      expect(outcomesOf(job)).toEqual(["returned"]);
      expect(await job.look()).toBe("continues");
      job.receive(loaded);
      job.receive(answered(0, 0));
      expect(await job.look()).toBe("over");
      job.workerEnded({ by, stderr: "" });
      job.workerEnded({ by, stderr: "" });
      expect(outcomesOf(job)).toEqual(["returned", "returned"]);
    },
  );

  it("runs nothing after the first case that does not pass where it is to stop there", async () => {
    const one = [{ ...inputs, exercise: "f", caseIds: ["visible-1", "hidden-1", "hidden-2"], visibleCases: 1 }];
    const asked: number[] = [];
    const passes = (_: string, runs: readonly unknown[]): boolean => asked.push(runs.length) < 2;
    const job = new SubmissionJob(bundle, one, limits, { passes, untilFailure: true });
    job.receive(loaded);
    job.receive(answered(0, 2));
    expect(await job.look()).toBe("continues");
    job.receive(answered(0, 1));
    expect(await job.look()).toBe("over");
    expect([asked, outcomesOf(job)]).toEqual([
      [1, 2],
      ["returned", "returned"],
    ]);
  });

  it("measures starvation by the limit of this machine, and reports the limit of the manifest", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.begin(3);
    job.receive(loaded);
    expect(job.frameTimeMs).toBe(900);
    expect(job.receive(timedOut(0, 0, 99))).toBe("again");
    expect(job.receive(timedOut(0, 0, 299))).toBe("resume");
    expect(job.result).toMatchObject({ cases: [{ limit: { kind: "case-time", amount: 100 } }] });
  });

  it("takes what a worker waits for processors out of nobody's time once a limit was hit", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.begin(1);
    const { clock } = job.times;
    clock.excuse(-400);
    job.receive(loaded, waits(0, 300));
    clock.tick();
    expect(clock.leftMs).toBeLessThan(600);
    clock.excuse(-100);
    job.receive(timedOut(0, 0, 99), waits(0));
    clock.tick();
    clock.excuse(-200);
    job.receive(loaded, waits(0, 150));
    const leftMs = clock.leftMs;
    expect(leftMs).toBeLessThan(450);
    expect(leftMs).toBeGreaterThan(350);
    clock.tick();
    job.receive(loaded, waits(0, 1e6));
    expect(clock.leftMs).toBeLessThan(450);
  });

  it.each([
    ["a crash", "crashed"],
    ["a full memory", "memory"],
  ] as const)("tries %s once more where other cases may have been the cause, and believes the second", (_, by) => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    job.workerEnded({ by, stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned"]);
    job.begin(1);
    job.receive(loaded);
    job.workerEnded({ by, stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned", by]);
  });

  it("tries a full isolate once more where it has served other cases, and believes the next, whose isolate is fresh", () => {
    const full = (index: number): Frame =>
      frame({ type: "stopped", exercise: 0, case: index, by: "memory", detail: "", cpuMs: 0 });
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.receive(full(1))).toBe("again");
    expect(job.remaining.slice(0, 2)).toMatchObject([
      { exercise: 0, case: 0, isReplay: true },
      { exercise: 0, case: 1, isReplay: false },
    ]);
    job.begin(1);
    job.receive(loaded);
    job.receive(answered(0, 0));
    expect(job.receive(full(1))).toBe("resume");
    expect(outcomesOf(job)).toEqual(["returned", "memory"]);
  });

  it("ends an exercise that has had its time, and lets the others go on", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(timedOut(0, 0, 99));
    job.workerEnded({ by: "budget", stderr: "" });
    expect(outcomesOf(job)).toEqual(["timeout", "timeout"]);
    expect(job.remaining).toEqual([{ exercise: 1, case: 0, isShared: false, isReplay: false }]);
  });

  it("gives an exercise up whose cases are hurried for what they are hurried for", () => {
    const many = [{ ...inputs, exercise: "f", caseIds: ["a", "b", "c", "d"], visibleCases: 4 }];
    const job = new SubmissionJob(bundle, many, limits);
    job.receive(loaded);
    job.receive(timedOut(0, 0, 99));
    job.receive(timedOut(0, 1, 99));
    job.workerEnded({ by: "budget", stderr: "" });
    expect(job.result).toMatchObject({ cases: Array(4).fill({ limit: { kind: "case-time", amount: 100 } }) });
  });

  it("takes the end of its time for a submission's own fault where it has computed through half of it", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0, returned, 600));
    job.workerEnded({ by: "budget", stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned", "timeout"]);
  });

  it("gives a submission of which no case was too slow its time once more, and not twice", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    job.workerEnded({ by: "budget", stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned"]);
    expect(job.times.clock.leftMs).toBeGreaterThan(limits.submissionTimeMs / 2);
    job.workerEnded({ by: "budget", stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned", "timeout"]);
  });

  it("hurries an exercise that has hit two limits: a tenth of the time, and the outcome that it had before", () => {
    const many = [{ ...inputs, exercise: "f", caseIds: ["a", "b", "c", "d"], visibleCases: 4 }, ...exercises.slice(1)];
    const job = new SubmissionJob(bundle, many, limits);
    job.irregular = true;
    job.receive(loaded);
    job.workerEnded({ by: "memory", stderr: "" });
    expect(job.times.caseTimesMs).toEqual([100, 100]);
    job.receive(loaded);
    job.receive(timedOut(0, 1, 99));
    expect(job.times.caseTimesMs).toEqual([10, 100]);
    job.receive(timedOut(0, 2, 9.9));
    job.receive(answered(0, 3));
    expect(outcomesOf(job)).toEqual(["memory", "timeout", "memory", "returned"]);
    expect(job.result).toMatchObject({ cases: [{}, {}, { limit: { kind: "memory", amount: 64 } }, {}] });
  });

  it("holds no more of an exercise's results than it can, and those of the others all the same", () => {
    const large = new Uint8Array(20_000_000);
    large.set(returned);
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0, large));
    job.receive(answered(0, 1, large));
    job.receive(answered(1, 0));
    expect(job.result).toMatchObject({
      cases: [{ reason: "malformed" }, { outcome: "bad-value", reason: "too-large" }, { outcome: "returned" }],
    });
  });

  it("gives a worker that fell silent a second chance, no third, and a later one of the same submission none", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.workerEnded({ by: "silent", stderr: "" });
    expect(outcomesOf(job)).toEqual([]);
    job.workerEnded({ by: "silent", stderr: "" });
    expect(outcomesOf(job)).toEqual(["timeout"]);
    job.workerEnded({ by: "silent", stderr: "" });
    expect(outcomesOf(job)).toEqual(["timeout", "timeout"]);
  });

  it("books cases that answer together one by one, up to one that is not next", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(answeredTogether(0, 1))).toBe("wait");
    expect(outcomesOf(job)).toEqual(["returned", "returned"]);
    const other = new SubmissionJob(bundle, exercises, limits);
    other.receive(loaded);
    expect(other.receive(answeredTogether(0, 0))).toBe("broken");
    expect(outcomesOf(other)).toEqual(["returned"]);
  });

  it.each([
    ["a case that is not next", answered(1, 0)],
    ["a case of no exercise", answered(9, 0)],
    ["an end before the end", frame({ type: "done" })],
    ["a message of no type", frame({})],
    ["a reply that does not fit", answered(0, 0, new Uint8Array([reply.loaded, 0, 0, 0, 0]))],
    ["cases that are no list", frame({ type: "answered", cases: 1 }, returned)],
    ["a case that is none", frame({ type: "answered", cases: [null] }, returned)],
    ["fewer replies than cases", { ...answeredTogether(0, 1), parts: [returned] }],
    ["loading that answers something else", frame({ type: "loaded" }, returned)],
  ])("calls %s a broken protocol, and books nothing", (_, message) => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    expect(job.receive(message)).toBe("broken");
    expect(outcomesOf(job)).toEqual([]);
  });

  it("believes no first death: results that were held back died too, and which case was running nobody knows", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    expect(job.mayHold).toBe(true);
    job.receive(loaded);
    job.workerEnded({ by: "crashed", stderr: "" });
    expect(job.mayHold).toBe(false);
    expect(outcomesOf(job)).toEqual([]);
    job.begin(1);
    job.receive(loaded);
    job.receive(answered(0, 0));
    job.workerEnded({ by: "crashed", stderr: "" });
    job.workerEnded({ by: "crashed", stderr: "" });
    expect(outcomesOf(job)).toEqual(["returned", "crashed"]);
  });

  it("takes no result before the submission was loaded", () => {
    expect(new SubmissionJob(bundle, exercises, limits).receive(answered(0, 0))).toBe("broken");
  });

  it("does not tell what a submission says of itself once it has been loaded before", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.receive(loaded);
    job.receive(answered(0, 0));
    // Name "E", message "x", no stack and nothing printed; each text is a length and UTF-16.
    const text = (letters: string): number[] => [
      letters.length,
      0,
      0,
      0,
      ...[...letters].flatMap((l) => [l.charCodeAt(0), 0]),
    ];
    const threw = [reply.loadThrew, ...text("E"), ...text("x"), ...text(""), ...text("")];
    expect(job.receive(frame({ type: "loaded" }, new Uint8Array(threw)))).toBe("wait");
    expect(outcomesOf(job)).toEqual([
      "The top level of the submission fails when it is run once more: it must do the same each time",
    ]);
    const first = new SubmissionJob(bundle, exercises, limits);
    first.receive(frame({ type: "loaded" }, new Uint8Array(threw)));
    expect(outcomesOf(first)).toEqual(["the top level of the submission threw E: x"]);
  });

  it("tells memory from a crash by what the dying process said", () => {
    const job = new SubmissionJob(bundle, exercises, limits);
    job.irregular = true;
    job.receive(loaded);
    job.workerEnded({
      by: "crashed",
      stderr: "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    });
    job.workerEnded({ by: "memory", stderr: "" });
    job.workerEnded({ by: "protocol", stderr: "" });
    expect(outcomesOf(job)).toEqual(["memory", "memory", "crashed"]);
  });
});
