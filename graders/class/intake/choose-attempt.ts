import type { HandIn } from "../attempts/hand-in.ts";

/**
 * The attempt of each student that counts.
 * @param handIns By student, attempts in order, as {@link Intake} has them.
 * @returns One per student, in the same order.
 */
export function chooseAttempt(handIns: readonly HandIn[], which: "last" | "first"): readonly HandIn[] {
  const chosen = new Map<string, HandIn>();
  for (const handIn of handIns) {
    const other = chosen.get(handIn.student);
    const isBetter =
      other === undefined || (which === "last" ? handIn.attempt > other.attempt : handIn.attempt < other.attempt);
    if (isBetter) chosen.set(handIn.student, handIn);
  }
  return [...chosen.values()];
}
