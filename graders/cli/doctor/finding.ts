/** One line of `gradecheck doctor`. */
export type Finding = {
  readonly what: string;
  /** `missing`: grading must not go on like this. `weaker`: it can, with less than there could be. */
  readonly state: "ok" | "weaker" | "missing";
  readonly detail: string;
  /** What to do about it; where it is not ok. */
  readonly mend?: string;
};

/** @param otherwise State and detail where it is not fine, and the mend. */
export function finding(
  what: string,
  isFine: boolean,
  detail: string,
  otherwise: { readonly state?: "weaker" | "missing"; readonly detail?: string; readonly mend: string },
): Finding {
  return isFine ? { what, state: "ok", detail } : { what, state: "weaker", detail, ...otherwise };
}
