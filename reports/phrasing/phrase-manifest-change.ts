import type { ExerciseChange, SettingChange } from "../report/manifest-change.ts";

/**
 * Says that a submission was made from a kit of another version, and what differs.
 * @param changes Of the exercises; undefined where the older version is not known any more.
 */
export function phraseOtherKit(before: string, now: string, changes: readonly ExerciseChange[] | undefined): string {
  const start = `This was written with the kit of version ${before}, and is graded by version ${now}.`;
  if (changes === undefined) return `${start} What differs is not recorded.`;
  if (changes.length === 0) return `${start} Points, tolerances and scoring are the same; cases may differ.`;
  return `${start} Changed since: ${changes.map(phraseChange).join("; ")}.`;
}

function phraseChange({ id, kind, settings }: ExerciseChange): string {
  return kind === "changed" ? `${id}: ${settings.map(phraseSetting).join(", ")}` : `${id} was ${kind}`;
}

/** Between what was and what is. */
export const arrow = "→";

/** A changed setting of the manifest: `rtol 0.0001 → 0.00001`. */
export function phraseSetting({ setting, before, after }: SettingChange): string {
  return `${settingWords[setting]} ${before} ${arrow} ${after}`;
}

const settingWords: Readonly<Record<SettingChange["setting"], string>> = {
  points: "worth",
  rtol: "rtol",
  atol: "atol",
  dtype: "kind of element",
  scoring: "scoring",
  skipWhenPrerequisiteFails: "skipped when a prerequisite fails:",
};
