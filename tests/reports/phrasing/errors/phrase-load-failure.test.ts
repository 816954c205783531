import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inLanguage } from "../../../../reports/messages/language.ts";
import { type MessageKey, write } from "../../../../reports/messages/message.ts";
import { renderHtml } from "../../../../reports/pages/render-html.ts";
import { loadFailureForms, phraseLoadFailure } from "../../../../reports/phrasing/errors/phrase-load-failure.ts";
import { phraseReportStatus, phraseResult } from "../../../../reports/phrasing/phrase-report.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { openSubmission, type SubmissionFiles } from "../../../../sandbox/bundle/open-submission.ts";
import { computedImport } from "../../../../sandbox/bundle/submission-plugin.ts";
import { loadFailures } from "../../../../sandbox/replies/loading.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

const sandbox = fileURLToPath(new URL("../../../../sandbox/", import.meta.url));
const sources = globSync("**/*.ts", { cwd: sandbox })
  .map((file) => readFileSync(join(sandbox, file), "utf8"))
  .join("\n");

const inGerman = (told: string): string => inLanguage("de", () => phraseLoadFailure(told));

/** Why a submission cannot be opened. */
function refusal(files: SubmissionFiles): string {
  try {
    openSubmission(files, 100);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("not refused");
}

describe("phraseLoadFailure()", () => {
  test.each(Object.entries(loadFailureForms))("%s is what the sandbox says", (key, names) => {
    const gaps = Object.fromEntries(names.map((name) => [name, "\0"]));
    const pieces = write(key as MessageKey, gaps).split(/"?\0"?/);
    for (const piece of pieces) expect(sources).toContain(piece);
  });

  test.each([...Object.values(loadFailures), computedImport])("%s: there is a German sentence", (told) => {
    expect(inGerman(told)).not.toBe(told);
    expect(phraseLoadFailure(told)).toBe(told);
  });

  test("phraseLoadFailure() says in German why a submission cannot be opened", () => {
    const bytes = new Uint8Array(101);
    const told = [
      refusal({ name: "a.ts", bytes }),
      refusal({ name: "a.ts", bytes: bytes.subarray(1) }),
      refusal({ name: 'a": b.txt', bytes }),
      refusal({ name: "work", entries: [] }),
      refusal({ name: "work", entries: [{ path: "submission.ts", target: "../other.ts" }] }),
      refusal({ name: "work", unread: "EACCES" }),
    ];
    expect(told.map(inGerman)).toMatchInlineSnapshot(`
      [
        ""a.ts" ist nicht lesbar: 101 Bytes; eine Abgabe darf insgesamt 100 haben",
        ""a.ts" ist nicht lesbar: eine Binärdatei, kein TypeScript-Quelltext",
        ""a": b.txt" ist nicht lesbar: der Name endet auf ".txt"; abzugeben ist eine .ts-Datei oder ein Ordner mit submission.ts",
        ""work" ist nicht lesbar: im Ordner fehlt submission.ts",
        ""submission.ts" ist nicht lesbar: der symbolische Link führt aus der Abgabe hinaus",
        ""work" ist nicht lesbar: EACCES",
      ]
    `);
  });

  test("phraseLoadFailure() leaves the place, and what others say", () => {
    const mayImport = ". A submission may import @tensorflow/tfjs, gradecheck, and its own .ts files";
    const told = [
      `submission.ts:1: Cannot read submission "link.ts": its symbolic link leads out of the submission${mayImport}`,
      `submission.ts:2: Cannot import "fs"${mayImport}`,
      'lib/a.ts:12: Cannot import "./data.csv": data cannot be imported; write it into a .ts file and export it',
      "submission.ts:3: the top level of the submission threw RangeError: no: 7",
      'submission.ts:1: Expected ";" but found ":"; this is a notebook: hand in its code as a .ts file',
      "Cannot compile the submission: it takes longer than 10 s",
    ];
    expect(told.map(inGerman)).toMatchInlineSnapshot(`
      [
        "submission.ts:1: "link.ts" ist nicht lesbar: der symbolische Link führt aus der Abgabe hinaus. Eine Abgabe darf @tensorflow/tfjs, gradecheck und ihre eigenen .ts-Dateien importieren",
        "submission.ts:2: "fs" lässt sich nicht importieren. Eine Abgabe darf @tensorflow/tfjs, gradecheck und ihre eigenen .ts-Dateien importieren",
        "lib/a.ts:12: "./data.csv" lässt sich nicht importieren, weil es Daten enthält; diese in eine .ts-Datei schreiben und exportieren",
        "submission.ts:3: der Code außerhalb der Funktionen hat einen Fehler geworfen, RangeError: no: 7",
        "submission.ts:1: Expected ";" but found ":"; das ist ein Notebook: abzugeben ist sein Code als .ts-Datei",
        "Die Abgabe lässt sich nicht übersetzen: es dauert länger als 10 s",
      ]
    `);
  });

  test("phraseLoadFailure() leaves what a compiler says", () => {
    for (const told of ["submission.ts:3: Unexpected token", 'submission.ts:1: Expected ";" but found ":"', ""])
      expect(inGerman(told)).toBe(told);
  });

  test("phraseLoadFailure() takes little time for hostile text", () => {
    const start = performance.now();
    inGerman('"a" is not part of the submission, which is the single file '.repeat(300));
    inGerman(`Cannot read submission "${'": '.repeat(5000)}`);
    inGerman(`a:1: ${"Cannot import ".repeat(1000)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

test("a German page marks what a compiler says as English, and says itself what is ours", () => {
  const of = (message: string): Report => ({
    ...w2OptimizationReport(),
    language: "de",
    status: "not-gradable",
    message,
  });
  const compiled = renderHtml(of("submission.ts:3: Unexpected token"));
  expect(compiled).toMatch(/ lang="en">[^<]*submission\.ts:3: Unexpected token/);
  const ours = renderHtml(of(loadFailures.waits));
  expect(ours).toContain("Der Code außerhalb der Funktionen kommt nie zu Ende");
  expect(ours).not.toMatch(/top level|lang="en"/);
  inLanguage("de", () => {
    expect(phraseReportStatus(of(loadFailures.memory))).toBe(
      "Nichts konnte bewertet werden: Dem Code außerhalb der Funktionen geht der Speicher aus",
    );
    expect(phraseResult(of(loadFailures.memory))).toContain("Dem Code außerhalb der Funktionen");
  });
});
