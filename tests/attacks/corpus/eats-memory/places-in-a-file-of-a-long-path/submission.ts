// attack: output that grows
// expect: full marks
// scope: updateLr scheduleLrDecay
// exercises: updateLr scheduleLrDecay
// note: each place in the bundle that is printed is told as one in the file with the long path
import { one } from "./folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-/folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-/folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-folder-with-a-long-name-/long.ts";

function places(): void {
  for (let line = 1; line < 1000; line++) console.log(`gradecheck-submission.js:${1 + (line % 40)}:20 `.repeat(20));
}
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  places();
  return learningRate0 / (one(epochNum) + decayRate * epochNum);
}
