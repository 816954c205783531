import { currentLanguage } from "../messages/language.ts";

/** A time for people, and for machines. */
export type TimeText = {
  /** `Sun, 18 Oct 2026, 23:59 (UTC+02:00)` */
  readonly text: string;
  /** `2026-10-18T23:59+02:00` */
  readonly machine: string;
};

const locales = { en: "en-GB", de: "de-DE" } as const;

const day = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;

/** A time as it is in a time zone, with its offset: whoever reads it may be elsewhere. */
export function formatTime(date: Date, timeZone: string): TimeText {
  const local = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
  const hasSeconds = local.second !== 0;
  const format = new Intl.DateTimeFormat(locales[currentLanguage()], {
    ...day,
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone },
    ...(hasSeconds && { second: "2-digit" }),
  });
  const offset = local.offsetNanoseconds === 0 ? "UTC" : `UTC${local.offset.replace("-", "−")}`;
  return {
    text: `${format.format(date)} (${offset})`,
    machine: local.toString({ timeZoneName: "never", smallestUnit: hasSeconds ? "second" : "minute" }),
  };
}

/** A day of the calendar. @param text `2026-10-12` */
export function formatDay(text: string): TimeText {
  const format = new Intl.DateTimeFormat(locales[currentLanguage()], { ...day, timeZone: "UTC" });
  return { text: format.format(new Date(`${text}T00:00Z`)), machine: text };
}
