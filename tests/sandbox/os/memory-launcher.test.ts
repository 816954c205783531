import { describe, expect, it } from "vitest";
import { noPlaces } from "../../../sandbox/bundle/source-places.ts";
import { memoryLauncher } from "../../../sandbox/os/memory-launcher.ts";
import { SubmissionJob } from "../../../sandbox/pool/submission-job.ts";
import { NativeProcess } from "../pool/native-process.ts";

const launcher = process.platform === "linux" ? await memoryLauncher() : undefined;
const reason = "prlimit is not installed";
const gibibyte = 2 ** 30;

// Allocates without touching, up to 16 GiB: the test must not be what it is about.
const hoard = `
  const held = [];
  try { while (held.length < 128) held.push(new ArrayBuffer(2 ** 27)); } catch {}
  console.log(held.length);`;

const hoarded = async (memoryLimitBytes: number): Promise<number> => {
  if (launcher === undefined) return 0;
  await using native = await NativeProcess.start(hoard, launcher, memoryLimitBytes);
  return (Number((await native.ended).output) * 2 ** 27) / gibibyte;
};

describe("memoryLauncher()", () => {
  it("lets native code allocate no more than its limit and 2 GiB", async ({ skip }) => {
    if (launcher === undefined) return skip(reason);
    const [one, two] = [await hoarded(gibibyte), await hoarded(2 * gibibyte)];
    expect(one).toBeGreaterThan(1);
    expect(one).toBeLessThanOrEqual(3);
    expect(two - one).toBeCloseTo(1);
  });

  it("makes a worker die in a way that is booked as memory", async ({ skip }) => {
    if (launcher === undefined) return skip(reason);
    // Below what is set aside for the code of an isolate.
    await using native = await NativeProcess.start("", launcher, -1.7 * gibibyte);
    const { code, errors } = await native.ended;
    expect(code).not.toBe(0);
    const exercise = { exercise: "f", parameters: [], mutates: [], repeat: true, caseTimeMs: 100 };
    const job = new SubmissionJob(
      { name: "s", sha256: "", code: "", places: noPlaces, definitions: { names: [] } },
      [{ ...exercise, caseIds: ["visible-1"], visibleCases: 1 }],
      { submissionTimeMs: 1000, memoryMb: 64, consoleBytes: 1000 },
    );
    job.irregular = true;
    job.workerEnded({ by: "crashed", stderr: errors });
    expect(job.result).toMatchObject({ failure: { message: expect.stringContaining("runs out of memory") } });
  });
});
