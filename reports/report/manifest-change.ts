/** A setting of an exercise in both manifests; absent where the exercise was not part of the assignment. */
export type SettingChange = {
  readonly setting: "points" | "key" | "rtol" | "atol" | "dtype" | "scoring" | "skipWhenPrerequisiteFails";
  readonly before: string;
  readonly after: string;
};

/** How an exercise differs between the two manifests. */
export type ExerciseChange = {
  readonly id: string;
  readonly title: string;
  readonly kind: "changed" | "added" | "removed";
  readonly settings: readonly SettingChange[];
};
