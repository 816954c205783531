import { stderr } from "node:process";
import { phraseProof } from "../../reports/phrasing/phrase-proof.ts";
import type { ProofId } from "../../reports/report/verification.ts";

/** Tells how far a verification is. */
export type VerifyProgress = {
  readonly at: (assignment: string, proof: ProofId, done?: number, total?: number) => void;
  readonly stop: () => void;
};

const linesEvery = 50;

/** One line that is written over on a terminal; a line per proof, and one now and then, otherwise. */
export function openVerifyProgress(): VerifyProgress {
  if (!stderr.isTTY) return { at: plainLine, stop: () => undefined };
  const write = (text: string): void => {
    stderr.write(`\r\u001b[2K${text.slice(0, stderr.columns - 1)}`);
  };
  return { at: (...place) => write(lineOf(...place)), stop: () => write("") };
}

function plainLine(assignment: string, proof: ProofId, done?: number, total?: number): void {
  if (done !== undefined && done % linesEvery !== 0 && done !== total) return;
  stderr.write(`${lineOf(assignment, proof, done, total)}\n`);
}

function lineOf(assignment: string, proof: ProofId, done?: number, total?: number): string {
  const share = done === undefined || total === undefined ? "" : ` ${done} of ${total}`;
  return `${assignment}: ${phraseProof(proof)}${share}`;
}
