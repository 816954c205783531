import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { ExerciseChange, SettingChange } from "../../reports/report/manifest-change.ts";
import type { GradedQuestion, GradedWork } from "./graded-work.ts";

/** How the exercises of two versions of an assignment differ, or the questions of a quiz, in the order of the later one; removed ones come last. */
export function compareManifests(
  before: Pick<GradedWork, "exercises">,
  after: Pick<GradedWork, "exercises">,
): ExerciseChange[] {
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

type Compared = Exercise | GradedQuestion;

function compareSettings(before: Compared, after: Compared): SettingChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return settingNames.flatMap((setting) => {
    const [was, is] = [old[setting], now[setting]];
    return was === undefined || is === undefined || was === is ? [] : [{ setting, before: was, after: is }];
  });
}

const settingNames = ["points", "key", "rtol", "atol", "dtype", "scoring", "skipWhenPrerequisiteFails"] as const;

function settingsOf(compared: Compared): Partial<Record<SettingChange["setting"], string>> {
  const points = String(compared.points);
  if ("question" in compared) return { points, key: keyText(compared) };
  const { comparison, scoring, skipWhenPrerequisiteFails } = compared;
  return {
    points,
    rtol: String(comparison.rtol),
    atol: String(comparison.atol),
    dtype: comparison.dtype,
    scoring: scoringText(scoring),
    skipWhenPrerequisiteFails: skipWhenPrerequisiteFails === true ? "yes" : "no",
  };
}

/** What is right, by ids; behind it what else is taken for it. */
const keyText = ({ question: { correct, tolerance, patterns = [] } }: GradedQuestion): string =>
  [
    correct.join(", "),
    ...(tolerance === undefined ? [] : [`± ${tolerance}`]),
    ...(patterns.length === 0 ? [] : [`(${patterns.join(", ")})`]),
  ].join(" ");

function scoringText(scoring: Exercise["scoring"]): string {
  return scoring.rule === "all-or-nothing"
    ? "all or nothing"
    : `per case, visible ${scoring.weights.visible}, hidden ${scoring.weights.hidden}`;
}
