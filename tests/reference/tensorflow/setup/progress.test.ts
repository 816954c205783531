import { expect, test } from "vitest";
import { lineProgress } from "../../../../reference/tensorflow/setup/progress.ts";

test("lineProgress() writes one plain line per phase and note", () => {
  const written: string[] = [];
  const progress = lineProgress({ write: (text) => written.push(text) });
  progress.phase("Downloading", 0.5);
  progress.advance(0.5);
  progress.note("Done");
  progress.stop();
  expect(written).toEqual(["Downloading ...\n", "Done\n"]);
});
