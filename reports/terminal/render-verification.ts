import { phraseProof, phraseStopped } from "../phrasing/phrase-proof.ts";
import { printable } from "../phrasing/text/printable.ts";
import { quantity } from "../phrasing/text/sentence.ts";
import { type Check, isProved, type Proof, type Table, type Verification } from "../report/verification.ts";
import { createPaint, type Paint } from "./paint.ts";
import { renderTable } from "./render-table.ts";

const titleWidth = 44;
const listedDetails = 12;

/**
 * The proofs of some assignments, for the terminal: a line for each proof, its figures below, then what failed. Ends in
 * a line feed.
 */
export function renderVerification(
  verifications: readonly Verification[],
  options: { readonly color: boolean },
): string {
  const paint = createPaint(options.color);
  const blocks = verifications.map((verification) => renderOne(verification, paint));
  return `${[...blocks, ...renderFigures(verifications), renderTotal(verifications, options)].join("\n\n")}\n`;
}

/** A line for each assignment with the figures of its proofs. */
function renderFigures(verifications: readonly Verification[]): string[] {
  const names = new Set(verifications.flatMap(({ proofs }) => proofs.flatMap(({ figure }) => figure?.name ?? [])));
  if (names.size === 0) return [];
  const table: Table = {
    columns: ["assignment", ...names, "time"],
    rows: verifications
      .filter(({ proofs }) => proofs.some(({ figure }) => figure !== undefined))
      .map(({ assignment, proofs, timeMs }) => [
        assignment,
        ...[...names].map((name) => proofs.find(({ figure }) => figure?.name === name)?.figure?.value ?? "–"),
        seconds(timeMs),
      ]),
  };
  return [renderTable(table).join("\n")];
}

/** One proof in one line, followed by what failed. */
export function renderProofShort(proof: Proof, options: { readonly color: boolean }): string {
  const { table: _, ...short } = proof;
  const failed = proof.checks.filter(({ outcome }) => outcome === "failed");
  return renderProof({ ...short, checks: failed }, createPaint(options.color)).join("\n");
}

function renderOne({ assignment, backend, proofs, timeMs }: Verification, paint: Paint): string {
  const computed = backend === undefined ? "" : `, expected values from ${backend}`;
  const head = `${paint("bold", assignment)}${paint("dim", `${computed}, ${seconds(timeMs)}`)}`;
  return [head, ...proofs.flatMap((proof) => renderProof(proof, paint))].join("\n");
}

function renderProof(proof: Proof, paint: Paint): string[] {
  const { id, checks, summary, table, timeMs, stoppedBy } = proof;
  const mark = isProved({ proofs: [proof] }) ? paint("green", "proved") : paint("red", "FAILED");
  const title = phraseProof(id).padEnd(titleWidth);
  if (stoppedBy !== undefined) return [`  ${paint("yellow", "  —   ")}  ${title}  ${phraseStopped(stoppedBy)}`];
  return [
    `  ${mark}  ${title}  ${printable(summary)}  ${paint("dim", seconds(timeMs))}`,
    ...(table === undefined ? [] : renderTable(table).map((line) => paint("dim", `            ${line}`))),
    ...checks.filter(({ outcome }) => outcome !== "passed").flatMap((check) => renderCheck(check, paint)),
  ];
}

function renderCheck({ name, outcome, details }: Check, paint: Paint): string[] {
  const color = outcome === "failed" ? "red" : "yellow";
  const more = details.length - listedDetails;
  return [
    `          ${paint(color, outcome)}  ${printable(name)}`,
    ...details.slice(0, listedDetails).map((detail) => `            ${printable(detail)}`),
    ...(more > 0 ? [`            and ${more} more`] : []),
  ];
}

/** How many proofs hold, and how long they took. */
export function renderTotal(verifications: readonly Verification[], options: { readonly color: boolean }): string {
  const paint = createPaint(options.color);
  const proofs = verifications.flatMap((verification) => verification.proofs);
  const stopped = proofs.filter(({ stoppedBy }) => stoppedBy !== undefined).length;
  const failed = proofs.filter((proof) => !isProved({ proofs: [proof] })).length - stopped;
  const time = seconds(verifications.reduce((sum, { timeMs }) => sum + timeMs, 0));
  const all = quantity(proofs.length, "proof");
  return failed === 0
    ? paint("green", `${all} ${proofs.length === 1 ? "holds" : "hold"}, ${time}`)
    : paint("red", `${failed} of ${all} failed${stopped === 0 ? "" : `, ${stopped} not run`}, ${time}`);
}

const seconds = (timeMs: number): string => `${(timeMs / 1000).toFixed(1)} s`;
