import { phraseProof, phraseStopped } from "../phrasing/phrase-proof.ts";
import { isProved, type Proof, type Verification } from "../report/verification.ts";
import { type JunitCase, type JunitSuite, junitXml } from "./junit-xml.ts";

/** What a JUnit report says of the run besides what was proved. */
export type JunitFacts = {
  /** When the run began. */
  readonly startedAt: Date;
  readonly hostname: string;
  /** Version of gradecheck. */
  readonly version: string;
};

/**
 * Proofs as JUnit XML, valid under both the Ant and the Surefire schema: a suite for each assignment, a case for each
 * proof's check, with one outcome. Ends in a line feed.
 */
export function renderJunit(verifications: readonly Verification[], facts: JunitFacts): string {
  return junitXml(verifications.map((verification) => suiteOf(verification, facts)));
}

function suiteOf(verification: Verification, { startedAt, hostname, version }: JunitFacts): JunitSuite {
  const { assignment, backend, proofs, timeMs } = verification;
  return {
    name: `gradecheck verify ${assignment}`,
    startedAt,
    hostname,
    timeMs,
    properties: { version, ...(backend === undefined ? {} : { backend }) },
    cases: proofs.flatMap((proof) => casesOf(proof, assignment)),
    output: proofs.map(lineOf).join("\n"),
  };
}

function casesOf({ id, checks, timeMs, stoppedBy }: Proof, assignment: string): JunitCase[] {
  if (stoppedBy !== undefined) {
    const name = `${phraseProof(id)}: ${phraseStopped(stoppedBy)}`;
    return [{ name, classname: `${assignment}.${id}`, timeMs, outcome: { kind: "skipped" } }];
  }
  return checks.map(({ name, outcome, details }) => ({
    name: `${phraseProof(id)}: ${name}`,
    classname: `${assignment}.${id}`,
    // A proof's time belongs to all its checks together.
    timeMs: timeMs / checks.length,
    outcome:
      outcome === "failed"
        ? { kind: "failure", type: id, message: details[0] ?? outcome, text: details.join("\n") }
        : { kind: outcome },
  }));
}

const lineOf = (proof: Proof): string =>
  proof.stoppedBy !== undefined
    ? `${phraseProof(proof.id)}: ${phraseStopped(proof.stoppedBy)}`
    : `${isProved({ proofs: [proof] }) ? "proved" : "FAILED"} ${phraseProof(proof.id)}: ${proof.summary}`;
