import { type Check, isProved, type Proof, type Verification } from "../verification.ts";
import { phraseProof } from "../words/phrase-proof.ts";
import { escapeXml } from "./escape-xml.ts";

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
  const suites = verifications.map((verification, id) => renderSuite(verification, id, facts));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("\n")}\n</testsuites>\n`;
}

function renderSuite(verification: Verification, id: number, { startedAt, hostname, version }: JunitFacts): string {
  const { assignment, backend, proofs, timeMs } = verification;
  const checks = proofs.flatMap((proof) => proof.checks);
  const count = (outcome: Check["outcome"]): number => checks.filter((check) => check.outcome === outcome).length;
  const attributes = {
    name: `gradecheck verify ${assignment}`,
    package: "gradecheck",
    id,
    // The schemas allow neither milliseconds nor a zone; it is UTC.
    timestamp: startedAt.toISOString().slice(0, 19),
    hostname: hostname || "localhost",
    tests: checks.length,
    failures: count("failed"),
    errors: 0,
    skipped: count("skipped"),
    time: seconds(timeMs),
  };
  const properties = { version, ...(backend === undefined ? {} : { backend }) };
  return [
    `  <testsuite${attributesText(attributes)}>`,
    "    <properties>",
    ...Object.entries(properties).map(([name, value]) => `      <property${attributesText({ name, value })}/>`),
    "    </properties>",
    ...proofs.flatMap((proof) => renderProof(proof, assignment)),
    `    <system-out>${escapeXml(proofs.map(lineOf).join("\n"))}</system-out>`,
    "    <system-err></system-err>",
    "  </testsuite>",
  ].join("\n");
}

function renderProof({ id, checks, timeMs }: Proof, assignment: string): string[] {
  return checks.map((check) => {
    const name = `${phraseProof(id)}: ${check.name}`;
    // A proof's time belongs to all its checks together.
    const time = seconds(timeMs / checks.length);
    const open = `    <testcase${attributesText({ name, classname: `${assignment}.${id}`, time })}`;
    if (check.outcome === "passed") return `${open}/>`;
    const message = check.details[0] ?? check.outcome;
    if (check.outcome === "skipped") return `${open}>\n      <skipped/>\n    </testcase>`;
    const failure = `<failure${attributesText({ message, type: id })}>${escapeXml(check.details.join("\n"))}</failure>`;
    return `${open}>\n      ${failure}\n    </testcase>`;
  });
}

const lineOf = (proof: Proof): string =>
  `${isProved({ proofs: [proof] }) ? "proved" : "FAILED"} ${phraseProof(proof.id)}: ${proof.summary}`;

const attributesText = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");

/** At most three decimals and never an exponent. */
const seconds = (timeMs: number): string => (Math.max(0, timeMs) / 1000).toFixed(3);
