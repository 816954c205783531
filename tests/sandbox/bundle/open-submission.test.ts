import { describe, expect, it } from "vitest";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { openSubmission, type SubmissionEntry } from "../../../sandbox/bundle/open-submission.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";

expectNothingLeft();

const file = (path: string, text: string): SubmissionEntry => ({ path, bytes: Buffer.from(text) });
const entries: readonly SubmissionEntry[] = [
  file("submission.ts", 'export * from "./inner/a.ts";\nexport * from "./linked/b.ts";\nexport * from "./c.ts";'),
  file("inner/a.ts", "export const a = 1;"),
  file("inner/b.ts", "export const b = 2;"),
  file("data.bin", "\0".repeat(3_000_000)),
  { path: "linked", target: "inner" },
  { path: "c.ts", target: "linked/../inner/d.ts" },
  file("inner/d.ts", "export const d = 4;"),
  { path: "out.ts", target: "../other/submission.ts" },
  { path: "away.ts", target: "/etc/passwd.ts" },
  { path: "nowhere.ts", target: "inner/none.ts" },
  { path: "round.ts", target: "round.ts" },
  { path: "locked.ts", unread: "EACCES" },
  { path: "half", unread: "not all of it was read" },
];

describe("openSubmission()", () => {
  it("reads files by their paths, through links inside of the submission, and has nothing else", () => {
    const { name, entry, read } = openSubmission({ name: "the folder", entries }, 1_000_000);
    expect([name, entry]).toEqual(["the folder", "submission.ts"]);
    expect(["inner/a.ts", "linked/b.ts", "c.ts", "inner", "none.ts"].map(read)).toEqual([
      "export const a = 1;",
      "export const b = 2;",
      "export const d = 4;",
      ...Array(2).fill(undefined),
    ]);
  });

  it.each([
    ["out.ts", "leads out of the submission"],
    ["away.ts", "leads out of the submission"],
    ["nowhere.ts", "leads nowhere"],
    ["round.ts", "leads nowhere"],
    ["locked.ts", 'Cannot read submission "locked.ts": EACCES'],
    ["half/a.ts", "not all of it was read"],
    ["data.bin", "a submission may have 1000000 in all"],
  ])("refuses %s", (path, why) => {
    const { read } = openSubmission({ name: "the folder", entries }, 1_000_000);
    expect(() => read(path)).toThrow(why);
  });

  it("refuses a folder without submission.ts by its name", () => {
    expect(() => openSubmission({ name: "the folder", entries: entries.slice(1) }, 1_000_000)).toThrow(
      'Cannot read submission "the folder": the folder has no submission.ts',
    );
  });
});

describe("openSubmission() of a single file", () => {
  it("says why it could not be read", () => {
    expect(() => openSubmission({ name: "a.ts", unread: "EACCES" }, 1000)).toThrow(
      'Cannot read submission "a.ts": EACCES',
    );
  });
});

describe("Compiler", () => {
  it("compiles a folder that was read already, and sends none of its data", async () => {
    await using compiler = new Compiler();
    const options = { assignment: "w2-optimization", sourceBytes: 1_000_000 };
    const { code, definitions } = await compiler.bundle({ name: "the folder", entries }, options);
    expect(definitions.names).toEqual(["a", "b", "d"]);
    expect(code).not.toContain("\0");
  });
});
