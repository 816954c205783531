import type { Exercise, Manifest } from "../../assignments/catalog/manifest.ts";
import type { ExerciseChange, SettingChange } from "../../reports/report/manifest-change.ts";

/** How the exercises of two versions of an assignment differ, in the order of the later one; removed ones come last. */
export function compareManifests(before: Manifest, after: Manifest): ExerciseChange[] {
  const earlier = new Map(before.exercises.map((exercise) => [exercise.id, exercise]));
  const later = new Set(after.exercises.map(({ id }) => id));
  return [
    ...after.exercises.flatMap((exercise): ExerciseChange[] => {
      const { id, title } = exercise;
      const old = earlier.get(id);
      if (old === undefined) return [{ id, title, kind: "added", settings: [] }];
      const settings = compareSettings(old, exercise);
      return settings.length === 0 ? [] : [{ id, title, kind: "changed", settings }];
    }),
    ...before.exercises
      .filter(({ id }) => !later.has(id))
      .map(({ id, title }): ExerciseChange => ({ id, title, kind: "removed", settings: [] })),
  ];
}

function compareSettings(before: Exercise, after: Exercise): SettingChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return settingNames.flatMap((setting) =>
    old[setting] === now[setting] ? [] : [{ setting, before: old[setting], after: now[setting] }],
  );
}

const settingNames = ["points", "rtol", "atol", "dtype", "scoring", "skipWhenPrerequisiteFails"] as const;

function settingsOf({
  points,
  comparison,
  scoring,
  skipWhenPrerequisiteFails,
}: Exercise): Record<SettingChange["setting"], string> {
  return {
    points: String(points),
    rtol: String(comparison.rtol),
    atol: String(comparison.atol),
    dtype: comparison.dtype,
    scoring: scoringText(scoring),
    skipWhenPrerequisiteFails: skipWhenPrerequisiteFails === true ? "yes" : "no",
  };
}

function scoringText(scoring: Exercise["scoring"]): string {
  return scoring.rule === "all-or-nothing"
    ? "all or nothing"
    : `per case, visible ${scoring.weights.visible}, hidden ${scoring.weights.hidden}`;
}
