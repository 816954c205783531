import { define } from "../intrinsics/intrinsics.ts";

type EntryType = "mark" | "measure";
type Entry = {
  readonly name: string;
  readonly entryType: EntryType;
  readonly startTime: number;
  readonly duration: number;
  readonly detail: unknown;
};

let entries: Entry[] = [];

/** Forgets what was marked and measured, between two cases. */
export function resetPerformance(): void {
  entries = [];
}

function add(entryType: EntryType, name: unknown, options: unknown): Entry {
  const detail = typeof options === "object" && options !== null && "detail" in options ? options.detail : null;
  const entry: Entry = { name: String(name), entryType, startTime: 0, duration: 0, detail };
  define(entries, entries.length, entry);
  return entry;
}

/** @param name Of the entries that go; default all of their type. */
function clear(entryType: EntryType, name: unknown): void {
  entries = entries.filter((one) => one.entryType !== entryType || (name !== undefined && one.name !== String(name)));
}

/** `performance` of a submission, whose clock stands still. @param timeOrigin Milliseconds. */
export const guestPerformance = (timeOrigin: number): object =>
  Object.freeze({
    timeOrigin,
    now: () => 0,
    mark: (name: unknown, options?: unknown) => add("mark", name, options),
    measure: (name: unknown, options?: unknown) => add("measure", name, options),
    clearMarks: (name?: unknown) => clear("mark", name),
    clearMeasures: (name?: unknown) => clear("measure", name),
    getEntries: () => [...entries],
    getEntriesByName: (name: unknown, type?: unknown) =>
      entries.filter((one) => one.name === String(name) && (type === undefined || one.entryType === type)),
    getEntriesByType: (type: unknown) => entries.filter(({ entryType }) => entryType === type),
    toJSON: () => ({ timeOrigin }),
  });
