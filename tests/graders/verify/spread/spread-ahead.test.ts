import { join } from "node:path";
import { expect, test } from "vitest";
import { openTemporaryFolder } from "../../../../assignments/storage/temporary-folder.ts";
import { areSpreadsKept } from "../../../../graders/verify/spread/measure-spread.ts";
import { SpreadAhead } from "../../../../graders/verify/spread/spread-ahead.ts";
import { openSubject } from "../../../../graders/verify/subject/subject.ts";
import { expectNothingLeft } from "../../../fixtures/expect-nothing-left.ts";

expectNothingLeft();

test("SpreadAhead measures in another process, which takes the place of a worker, and only what is not kept", async () => {
  await using folder = openTemporaryFolder("test");
  const subject = await openSubject("w1-initialization", { cacheDirectory: join(folder.path, "cache"), workers: 3 });
  {
    await using ahead = await SpreadAhead.start(subject);
    expect(ahead.makeRoom(subject).workers).toBe(2);
    expect(ahead.makeRoom({ ...subject, workers: 1 }).workers).toBe(1);
    await ahead.wait();
    expect(ahead.makeRoom(subject).workers).toBe(3);
  }
  expect(await areSpreadsKept(subject)).toBe(true);
  await using again = await SpreadAhead.start(subject);
  expect(again.makeRoom(subject).workers).toBe(3);
});

test("SpreadAhead ends its process with the proofs", async () => {
  await using folder = openTemporaryFolder("test");
  const subject = await openSubject("w3-tensorflow", { cacheDirectory: join(folder.path, "cache"), workers: 2 });
  {
    await using ahead = await SpreadAhead.start(subject);
    expect(ahead.makeRoom(subject).workers).toBe(1);
  }
  expect(await areSpreadsKept(subject)).toBe(false);
});
