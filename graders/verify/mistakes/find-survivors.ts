import type { Check, Findings, Table } from "../../../reports/report/verification.ts";
import { checkOf } from "../subject/check.ts";
import type { Mistake, Recorded } from "./mistake.ts";
import type { Fate } from "./run-mistakes.ts";

/** Mistakes of one kind that were run, and what is known of those that no case can tell from the reference. */
export type Tried<Made extends Mistake, Entry extends Recorded> = {
  readonly fates: readonly Fate<Made>[];
  readonly records: readonly Entry[];
  readonly isAbout: (record: Entry, mistake: Made) => boolean;
  /** Whether a survivor needs no record: whoever returns that is right. */
  readonly isRight: (mistake: Made) => boolean;
  /** A survivor that nothing explains. */
  readonly survivorCheck: (mistake: Made) => Check;
  /** Which survivor a record is about, for people. */
  readonly phraseRecord: (record: Entry) => string;
  /** Name of the units, name of the mistakes, and what survivors with a record are called. */
  readonly words: { readonly unit: string; readonly mistakes: string; readonly recorded: string };
};

/** Every mistake must be killed, or recorded with a reason. A record that is no longer needed is an error as well. */
export function findSurvivors<Made extends Mistake, Entry extends Recorded>(tried: Tried<Made, Entry>): Findings {
  const { fates, records, isAbout, words } = tried;
  const survivors = fates.filter(({ killedBy }) => killedBy === null).map(({ mistake }) => mistake);
  const open = survivors.filter((mistake) => !tried.isRight(mistake));
  const unexplained = open.filter((mistake) => !records.some((record) => isAbout(record, mistake)));
  const stale = records.filter((record) => !open.some((mistake) => isAbout(record, mistake)));
  const killed = fates.length - survivors.length;
  return {
    summary:
      `${killed} of ${fates.length} killed (${percent(killed, fates.length)}), ` +
      `${survivors.length - unexplained.length} ${words.recorded}, ${unexplained.length} unexplained`,
    checks: [
      ...unexplained.map(tried.survivorCheck),
      checkOf(
        "records",
        stale.map((record) => `no survivor is ${tried.phraseRecord(record)}: delete the record`),
      ),
      ...(unexplained.length === 0 ? [checkOf(words.mistakes, [])] : []),
    ],
    table: toTable(tried, unexplained),
    figure: { name: `${words.mistakes} killed`, value: `${killed} of ${fates.length}` },
  };
}

function toTable<Made extends Mistake, Entry extends Recorded>(
  { fates, words }: Tried<Made, Entry>,
  unexplained: readonly Made[],
): Table {
  const groups = Map.groupBy(fates, ({ mistake }) => mistake.unit);
  return {
    columns: [words.unit, words.mistakes, "killed", words.recorded.replace("recorded as ", ""), "unexplained"],
    rows: [...groups].map(([unit, own]) => {
      const survivors = own.filter(({ killedBy }) => killedBy === null).length;
      const open = unexplained.filter((mistake) => mistake.unit === unit).length;
      return [unit, own.length, own.length - survivors, survivors - open, open];
    }),
  };
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 100 : ((100 * part) / whole).toFixed(1)} %`;
