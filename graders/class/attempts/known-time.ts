/** Zip counts from 1980, tar from 1970, and both write the beginning for "unknown". */
const firstTime = Date.UTC(1980, 0, 3);

/** A file's time, or undefined where it only stands for an unknown one. */
export function knownTime(time: Date | undefined): Date | undefined {
  return time === undefined || Number.isNaN(time.getTime()) || time.getTime() < firstTime ? undefined : time;
}
