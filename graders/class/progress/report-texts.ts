import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { EarlierReportsError } from "./earlier-reports-error.ts";

/** A report is far smaller, even a hostile submission's: what a case may print and return is limited. */
const mostBytes = 8 * 2 ** 20;

/** JSON that may be a report. @property place For messages: its file, and the line of several. */
type ReportText = { readonly place: string; readonly text: string };

/**
 * The reports that a file may hold: of a `.jsonl` one on each line, otherwise one. No more than one of them is in memory.
 * @throws {EarlierReportsError} where one is larger than any report.
 */
export async function* reportTexts(path: string): AsyncGenerator<ReportText> {
  if (!path.endsWith(".jsonl")) {
    yield { place: path, text: await textOf(path) };
    return;
  }
  let number = 0;
  for await (const text of linesOf(path)) {
    number += 1;
    if (text.trim() !== "") yield { place: `${path}:${number}`, text };
  }
}

async function textOf(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > mostBytes) throw tooLarge(path);
  return readFile(path, "utf8");
}

/** The lines of a file, without their ends. @throws {EarlierReportsError} where one is larger than any report. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, end)]).toString();
      [held, bytes, from] = [[], 0, end + 1];
    }
    held.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > mostBytes) throw tooLarge(path);
  }
  yield Buffer.concat(held).toString();
}

const tooLarge = (path: string): EarlierReportsError =>
  new EarlierReportsError(path, `it is larger than a report can be (${mostBytes / 2 ** 20} MiB)`);
