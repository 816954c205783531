import { escapeXml } from "./escape-xml.ts";

/** A suite of a JUnit document. Text may be anything: what XML cannot hold is left out. */
export type JunitSuite = {
  readonly name: string;
  readonly startedAt: Date;
  readonly hostname: string;
  readonly timeMs: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
  readonly output: string;
};

/** A case, with its one outcome. */
export type JunitCase = {
  readonly name: string;
  readonly classname: string;
  readonly timeMs: number;
  readonly outcome:
    | { readonly kind: "passed" | "skipped" }
    | { readonly kind: "failure" | "error"; readonly type: string; readonly message: string; readonly text: string };
};

/** Suites as JUnit XML, valid under both the Ant and the Surefire schema. Ends in a line feed. */
export function junitXml(suites: readonly JunitSuite[]): string {
  const text = suites.map(suiteXml).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${text}${text === "" ? "" : "\n"}</testsuites>\n`;
}

function suiteXml({ name, startedAt, hostname, timeMs, properties, cases, output }: JunitSuite, id: number): string {
  const count = (kind: JunitCase["outcome"]["kind"]): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const attributes = {
    name,
    package: "gradecheck",
    id,
    // The schemas allow neither milliseconds nor a zone; it is UTC.
    timestamp: startedAt.toISOString().slice(0, 19),
    hostname: hostname || "localhost",
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
    time: seconds(timeMs),
  };
  return [
    `  <testsuite${attributesText(attributes)}>`,
    "    <properties>",
    ...Object.entries(properties).map(([key, value]) => `      <property${attributesText({ name: key, value })}/>`),
    "    </properties>",
    ...cases.map(caseXml),
    `    <system-out>${escapeXml(output)}</system-out>`,
    "    <system-err></system-err>",
    "  </testsuite>",
  ].join("\n");
}

function caseXml({ name, classname, timeMs, outcome }: JunitCase): string {
  const open = `    <testcase${attributesText({ name, classname, time: seconds(timeMs) })}`;
  switch (outcome.kind) {
    case "passed":
      return `${open}/>`;
    case "skipped":
      return `${open}>\n      <skipped/>\n    </testcase>`;
    case "failure":
    case "error": {
      const { kind, type, message, text } = outcome;
      const told = `<${kind}${attributesText({ message, type })}>${escapeXml(text)}</${kind}>`;
      return `${open}>\n      ${told}\n    </testcase>`;
    }
    default:
      outcome satisfies never;
      return `${open}/>`;
  }
}

const attributesText = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");

/** At most three decimals and never an exponent. */
const seconds = (timeMs: number): string => (Math.max(0, timeMs) / 1000).toFixed(3);
