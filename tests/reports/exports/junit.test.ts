import { describe, expect, test } from "vitest";
import { renderJunit } from "../../../reports/exports/junit.ts";
import type { Verification } from "../../../reports/report/verification.ts";
import { junitFaults, readXml } from "./read-junit.ts";

const facts = { startedAt: new Date("2026-01-02T03:04:05.678Z"), hostname: "", version: "1.2.3" };

const verification: Verification = {
  assignment: "w2-optimization",
  backend: "tensorflow",
  timeMs: 1234.5678,
  proofs: [
    {
      id: "manifest",
      summary: "8 exercises",
      timeMs: 0.0001,
      checks: [
        { name: "points", outcome: "passed", details: [] },
        { name: "handout", outcome: "failed", details: ['a < b && "c"\u001b[31m', "second\u0000 line"] },
      ],
    },
    {
      id: "backends",
      summary: "not set up",
      timeMs: 5,
      checks: [{ name: "backends", outcome: "skipped", details: ["native TensorFlow is not set up"] }],
    },
  ],
};

describe("renderJunit()", () => {
  const xml = renderJunit([verification, { ...verification, assignment: "w1-quiz", proofs: [] }], facts);
  const root = readXml(xml);
  const [suite, other] = root.children;
  const cases = suite?.children.filter(({ name }) => name === "testcase") ?? [];

  test("is valid under both schemas", () => {
    expect(junitFaults(root)).toEqual([]);
  });

  test("has a suite for each assignment, in UTC without zone, on a named host", () => {
    expect(suite?.attributes).toMatchObject({
      name: "gradecheck verify w2-optimization",
      id: "0",
      timestamp: "2026-01-02T03:04:05",
      hostname: "localhost",
      tests: "3",
      failures: "1",
      skipped: "1",
      time: "1.235",
    });
    expect(other?.attributes).toMatchObject({ id: "1", tests: "0" });
  });

  test("has a case for each check with one outcome, its text readable and free of control characters", () => {
    expect(cases.map(({ attributes }) => attributes["classname"])).toEqual([
      "w2-optimization.manifest",
      "w2-optimization.manifest",
      "w2-optimization.backends",
    ]);
    expect(cases[1]?.children[0]).toMatchObject({
      name: "failure",
      attributes: { type: "manifest", message: 'a < b && "c"[31m' },
      text: 'a < b && "c"[31m\nsecond line',
    });
    expect(cases[2]?.children.map(({ name }) => name)).toEqual(["skipped"]);
  });

  test("writes no time with an exponent", () => {
    expect(cases[0]?.attributes["time"]).toBe("0.000");
  });
});

describe("junitFaults()", () => {
  test("detects the faults that it is meant to detect", () => {
    const broken = renderJunit([verification], facts)
      .replace('time="1.235"', 'time="1e-7"')
      .replace('failures="1"', 'failures="2"')
      .replace(' type="manifest"', ' file="x"');
    expect(junitFaults(readXml(broken))).toEqual([
      "testsuite has a wrong time",
      "failure lacks type",
      "failure may not have file",
      "failures is 2, there are 1",
    ]);
    expect(() => readXml("<a>&</a>")).toThrow(SyntaxError);
  });
});
