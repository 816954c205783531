import { expect, it } from "vitest";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { runCli } from "./run-cli.ts";
import { runHere } from "./run-in-process.ts";

it.each([["list"], ["check", "w2-optimization", "nowhere.ts"]])(
  "runHere() gives what a process gives, and leaves this one as it was: %s",
  (...args) =>
    inTemporaryFolder(async (folder) => {
      const [home, secret] = [process.cwd(), process.env["GRADECHECK_SECRET"]];
      expect(await runHere(folder, ...args)).toEqual(await runCli(folder, ...args));
      expect([process.cwd(), process.env["GRADECHECK_SECRET"]]).toEqual([home, secret]);
    }),
);

it("runHere() runs no two commands at once", () =>
  inTemporaryFolder(async (folder) => {
    const first = runHere(folder, "list");
    await expect(runHere(folder, "list")).rejects.toThrow("at once");
    expect(await first).toMatchObject({ code: 0 });
  }));
