import type { HandIn, RosterEntry } from "../../attempts/hand-in.ts";

/**
 * The hand-ins with the times of the roster, where it has any. A roster's time is that of a student's last attempt, whatever the file
 * says; an earlier attempt keeps an earlier time of its own and is no later than the last.
 * @param handIns By student, attempts in order.
 */
export function withRosterTimes(
  handIns: readonly HandIn[],
  roster: ReadonlyMap<string, RosterEntry>,
): readonly HandIn[] {
  const last = new Map(handIns.map((handIn) => [handIn.student, handIn]));
  return handIns.map((handIn) => {
    const known = roster.get(handIn.student)?.submittedAt;
    if (known === undefined) return handIn;
    const isEarlier =
      last.get(handIn.student) !== handIn && handIn.submittedAt !== undefined && handIn.submittedAt < known;
    return isEarlier ? handIn : { ...handIn, submittedAt: known };
  });
}
