/** What a text that was meant to be a time is, or why it is none. */
export type LocalTimeReading = { readonly instant: Date } | { readonly rule: string };

/** A time as course.json has it; an offset is optional. */
const example = "2026-10-18T23:59";

const form = /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * Reads a time of a calendar.
 * @param text `2026-10-18T23:59`, local in the time zone, or an instant with its offset: `2026-10-18T23:59+02:00`.
 * @param timeZone A name of the IANA database.
 * @returns `rule`, for a message, where there is no such time, or where clocks that are set back show it twice. It names the nearest two.
 */
export function readLocalTime(text: string, timeZone: string): LocalTimeReading {
  const [, local, offset] = form.exec(text) ?? [];
  if (local === undefined) return { rule: `must be a date with a time, as in ${example}` };
  const plain = plainTime(local);
  if (plain === undefined) return { rule: "must be a day of the calendar" };
  if (offset !== undefined) return { instant: new Date(text) };
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.equals(later)) return { instant: new Date(earlier.epochMilliseconds) };
  if (earlier.toPlainDateTime().equals(plain)) {
    return {
      rule: `must say which: that time is there twice in ${timeZone}, ${withOffset(earlier)} and ${withOffset(later)}`,
    };
  }
  // Read with the offset from before the gap, the time lies after it.
  const after = later.getTimeZoneTransition("previous") ?? later;
  const before = after.subtract({ minutes: 1 });
  return {
    rule: `must be a time that exists in ${timeZone}, where clocks are set forward; the nearest are ${withOffset(before)} and ${withOffset(after)}`,
  };
}

/** @returns undefined for a day that is not in the calendar. */
function plainTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text);
  } catch {
    return undefined;
  }
}

const withOffset = (time: Temporal.ZonedDateTime): string =>
  time.toString({ timeZoneName: "never", smallestUnit: time.second === 0 ? "minute" : "second" });

/** Whether there is a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether a text of the form `2026-10-18` is a day of the calendar. */
export const isDay = (text: string): boolean => plainTime(text) !== undefined;
