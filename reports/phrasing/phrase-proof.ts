import type { ProofId } from "../report/verification.ts";

const titles: Readonly<Record<ProofId, string>> = {
  manifest: "manifest, handout and starter",
  conformance: "the course's published values",
  reference: "full marks for the reference, none for the starter",
  "also-right": "full marks for other right solutions",
  misconceptions: "misconceptions fail and are named",
  namings: "no mistake is named that was not made",
  mutants: "mutants of the reference are detected",
  variants: "variants of its calls are detected",
  tolerances: "tolerances between noise and signal",
  backends: "native TensorFlow, WebAssembly and JavaScript agree",
  determinism: "same bytes twice, other cases with another seed",
  consistency: "inputs fit together",
  arguments: "no argument can be ignored",
  spread: "a mistake costs the same under every secret",
  quiz: "questions and key",
};

/** Why a proof was not run. @param by The proof that has reported the cause. */
export function phraseStopped(by: ProofId): string {
  return `not run: blocked by the failure of "${titles[by]}"`;
}

/** What a proof is about, in a few words. */
export function phraseProof(id: ProofId): string {
  return titles[id];
}
