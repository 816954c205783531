import { describe, expect, it } from "vitest";
import { renderQueue, type ShownQueue } from "../../../reports/terminal/render-queue.ts";

const plain = (shown: ShownQueue): string => renderQueue(shown, { color: false });
const work = { title: "w2-optimization 1.4.0", waiting: 12, running: 4, done: 384, failed: 0, oldestSeconds: 42 };
const worker = { id: "gauss-4711-1f", version: "2.1.0", jobs: 4, longestSeconds: 0.8, upSeconds: 7300 };

describe("renderQueue()", () => {
  it("shows jobs by what they are about, and the workers", () => {
    expect(
      plain({ queues: [work], workers: [worker], failures: [] })
        .split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual([
      "jobs of                waiting  oldest  running  done  failed",
      "w2-optimization 1.4.0       12    42 s        4   384       0",
      "",
      "worker         gradecheck  jobs  longest   up",
      "gauss-4711-1f       2.1.0     4      1 s  2 h",
      "",
    ]);
  });

  it("says what jobs wait for, and why the latest have failed", () => {
    const text = plain({
      queues: [{ ...work, running: 0, failed: 6, waitsFor: "no worker is there" }],
      workers: [],
      failures: Array.from({ length: 6 }, (_, i) => ({
        title: work.title,
        key: `${i}23456789abcdef`,
        why: "out \u001b[2J of memory",
      })),
    });
    expect(text).toContain("12 jobs of w2-optimization 1.4.0: no worker is there\n");
    expect(text).toContain("No worker is there.\n");
    expect(text.match(/failed: /g)).toHaveLength(5);
    expect(text).toContain("w2-optimization 1.4.0, job 023456789abc failed: out");
    expect(text).not.toContain("\u001b");
  });

  it("says so where nothing was ever put in", () => {
    expect(plain({ queues: [], workers: [], failures: [] })).toBe("No job was ever put in.\n\nNo worker is there.\n");
  });
});
