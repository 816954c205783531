import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { startCommand, untilGone } from "../../fixtures/running-command.ts";

const wrong = "export const updateLr = (a: number, e: number, b: number) => a / (1 - b * e);\n";
const right = wrong.replace("1 -", "1 +");

test("gradecheck check --watch checks again when the submission has changed, and only then, until Ctrl-C", () =>
  inTemporaryFolder(async (folder) => {
    const [file, page] = [join(folder, "mine.ts"), join(folder, "feedback.html")];
    await writeFile(file, wrong);
    const only = ["--exercise", "updateLr", "--html", page];
    const command = startCommand(["check", "w2-optimization", file, "--watch", ...only], { temporary: folder });
    const times = (): number => command.stderr().split("Waiting for changes").length - 1;
    const until = (count: number): Promise<void> =>
      vi.waitFor(() => expect(times(), command.stderr()).toBe(count), { timeout: 30_000, interval: 20 });
    await until(1);
    const processes = command.processes();
    await writeFile(join(folder, "notes.txt"), "nothing to check");
    await writeFile(file, right);
    await until(2);
    // The page of the first result is written over: the same options hold.
    expect(command.stderr().split("Feedback page: ").length - 1).toBe(2);
    command.kill("SIGINT");
    expect(await command.ended).toBe(130);
    await untilGone(processes);
  }));
