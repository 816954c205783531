const entry = (entryType: "mark" | "measure", name: unknown): object => ({
  name: String(name),
  entryType,
  startTime: 0,
  duration: 0,
  detail: null,
});

/** `performance` of a submission, whose clock stands still. @param timeOrigin Milliseconds. */
export const guestPerformance = (timeOrigin: number): object =>
  Object.freeze({
    timeOrigin,
    now: () => 0,
    mark: (name: unknown) => entry("mark", name),
    measure: (name: unknown) => entry("measure", name),
    clearMarks: () => {},
    clearMeasures: () => {},
    getEntries: () => [],
    getEntriesByName: () => [],
    getEntriesByType: () => [],
  });
