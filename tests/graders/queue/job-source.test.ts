import { expect, it, vi } from "vitest";
import type { Database } from "../../../graders/database/open-database.ts";
import { JobSource } from "../../../graders/queue/worker/job-source.ts";
import { requirement } from "./fake-grading.ts";

const one = { id: "1", retryCount: 0, data: {}, createdOn: new Date(1000) };
const waiting = [{ queue: "q", requirement: requirement(), urgency: 20 }];

async function take(
  jobs: readonly unknown[],
  most: number,
): Promise<{ readonly asked: number; readonly ids: string[] }> {
  const fetch = vi.fn(async () => [...jobs]);
  const ids: string[] = [];
  await new JobSource({ fetch } as unknown as Database["boss"]).take(waiting, most, (taken) => {
    ids.push(...taken.map(({ attempt }) => attempt.id));
  });
  return { asked: fetch.mock.calls.length, ids };
}

it("hands jobs over by priority and age, in whatever order the engine gives them", async () => {
  const jobs = [
    { ...one, id: "young", priority: 20, createdOn: new Date(2000) },
    { ...one, id: "late", priority: 10 },
    { ...one, id: "old", priority: 20 },
    { ...one, id: "urgent", priority: 40, createdOn: new Date(3000) },
  ];
  expect(await take(jobs, 4)).toEqual({ asked: 1, ids: ["urgent", "old", "young", "late"] });
});

it("asks for nothing where nothing is wanted any more", async () => {
  for (const most of [0, -2]) expect(await take([{ ...one, priority: 20 }], most)).toEqual({ asked: 0, ids: [] });
});
