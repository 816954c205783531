const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/**
 * Reads a date with a time and a zone: `2026-11-20T18:00Z`, `2026-11-20T18:00:30+01:00`. Without a zone, the same text
 * would mean different times on different machines.
 * @returns undefined for anything else, such as a day that is not in the calendar.
 */
export function readInstant(text: string): Date | undefined {
  const [, year = "", month = "", day = ""] = pattern.exec(text) ?? [];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  // Date would read February 30 as March 2.
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > lastDay) return undefined;
  return new Date(text.replace(" ", "T"));
}

/** Zip counts from 1980, tar from 1970, and both write the first moment for "unknown". */
const firstTime = Date.UTC(1980, 0, 3);

/** A file's time, or undefined where the time means "unknown". */
export function knownTime(time: Date | undefined): Date | undefined {
  return time === undefined || Number.isNaN(time.getTime()) || time.getTime() < firstTime ? undefined : time;
}
