import { message } from "../messages/message.ts";
import type { ExerciseChange, SettingChange } from "../report/manifest-change.ts";

/**
 * Says that a submission was made from a kit of another version, and what differs.
 * @param changes Of the exercises; undefined where the older version is not known any more.
 */
export function phraseOtherKit(before: string, now: string, changes: readonly ExerciseChange[] | undefined): string {
  return message("kit.other", { before, now, difference: phraseDifference(changes) });
}

function phraseDifference(changes: readonly ExerciseChange[] | undefined): string {
  if (changes === undefined) return message("kit.not-recorded");
  if (changes.length === 0) return message("kit.same");
  return message("kit.changed", { changes: changes.map(phraseChange).join("; ") });
}

function phraseChange({ id, kind, settings }: ExerciseChange): string {
  return kind === "changed"
    ? `${id}: ${settings.map(phraseSetting).join(", ")}`
    : message(`kit.${kind}`, { exercise: id });
}

/** Between what was and what is. */
export const arrow = "→";

/** A changed setting of the manifest: `rtol 0.0001 → 0.00001`. */
export function phraseSetting({ setting, before, after }: SettingChange): string {
  return message(`setting.${setting}`, { change: `${before} ${arrow} ${after}` });
}
