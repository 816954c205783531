import { formatNumber } from "./format-number.ts";

/** A time limit in words. @param milliseconds At least 0. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${formatNumber(milliseconds, 3)} ms` : `${formatNumber(milliseconds / 1000, 3)} s`;
}

/** A memory limit in words. @param mebibytes At least 0. */
export function formatMemory(mebibytes: number): string {
  return mebibytes < 1024 ? `${formatNumber(mebibytes, 3)} MiB` : `${formatNumber(mebibytes / 1024, 3)} GiB`;
}
