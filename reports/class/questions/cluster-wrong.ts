import type { ExerciseSummary } from "../../report/class-result.ts";

/** What a student did with one question; undefined where a report says nothing of it. */
export type GivenSummary = Pick<ExerciseSummary, "status" | "answer"> | undefined;

/** Wrong answers that count as the same. */
export type WrongCluster = {
  /** As most have given it; of equally many, the first in order. */
  readonly values: readonly string[];
  /** How many different answers there are in it. */
  readonly spellings: number;
  /** Why it is wrong, as the students were told. */
  readonly explanation: string | undefined;
  /** Places of those who gave it. */
  readonly members: ReadonlySet<number>;
};

/**
 * Wrong answers to one question, the most frequent first, then in order. Those that the key explains as one mistake are one cluster,
 * however they are written: -2.5 and -2.499, "dropout" and "drop-out". An order is always its own.
 */
export function clusterWrong(given: readonly GivenSummary[]): WrongCluster[] {
  const clusters = new Map<
    string,
    { readonly members: Map<number, string>; readonly explanation: string | undefined }
  >();
  for (const [at, one] of given.entries()) {
    if (one?.answer === undefined || one.status === "passed") continue;
    const { values, known, explanation } = one.answer;
    const text = JSON.stringify(values);
    const key = known === undefined || values.length > 1 ? text : `known ${known}`;
    const cluster = clusters.get(key) ?? { members: new Map(), explanation };
    cluster.members.set(at, text);
    clusters.set(key, cluster);
  }
  return [...clusters.values()]
    .map(({ members, explanation }) => {
      const spellings = [...Map.groupBy(members.values(), (text) => text)].map(([text, all]) => ({
        text,
        count: all.length,
      }));
      const [first] = spellings.toSorted((a, b) => b.count - a.count || compare(a.text, b.text));
      return {
        text: first?.text ?? "[]",
        ...{ spellings: spellings.length, explanation, members: new Set(members.keys()) },
      };
    })
    .toSorted((a, b) => b.members.size - a.members.size || compare(a.text, b.text))
    .map(({ text, ...cluster }) => ({ values: JSON.parse(text) as string[], ...cluster }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
