import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";

/** A submission of w2-optimization that has `updateLr` alone. @param body Of `updateLr(rate, epoch, decay)`. */
export function updateLrWith(body: string, before = ""): SubmissionFiles {
  const source = `${before}\nexport function updateLr(rate: number, epoch: number, decay: number): any {\n${body}\n}\n`;
  return { name: "submission.ts", bytes: Buffer.from(source) };
}

/** What is right. */
export const right = "return rate / (1 + decay * epoch);";

/** Wrong where the decay rate is 0, which no visible case has. */
export const wrongWithoutDecay = `if (decay === 0) return 0; ${right}`;
