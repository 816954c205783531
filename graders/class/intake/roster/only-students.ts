import { printable } from "../../../../reports/phrasing/text/printable.ts";
import type { Intake } from "../../attempts/submission-attempt.ts";
import { IntakeError } from "../../attempts/workspace.ts";

type Person = { readonly id: string; readonly name?: string; readonly email?: string };

/**
 * The same intake with only some students. Submissions that were not matched to a student stay listed.
 * @param students Ids, e-mail addresses or names; case counts only where it distinguishes two students.
 * @throws {IntakeError} where one of them is unknown or ambiguous.
 */
export function onlyStudents(intake: Intake, students: readonly string[]): Intake {
  const people = new Map<string, Person>();
  for (const { student, name, email } of intake.attempts) {
    people.set(student, { id: student, ...(name !== undefined && { name }), ...(email !== undefined && { email }) });
  }
  for (const [id, entry] of intake.roster) people.set(id, entry);
  const wanted = new Set(students.map((student) => find(student, [...people.values()])));
  return {
    ...intake,
    attempts: intake.attempts.filter(({ student }) => wanted.has(student)),
    missing: intake.missing.filter(({ id }) => wanted.has(id)),
  };
}

function find(student: string, people: readonly Person[]): string {
  if (people.some(({ id }) => id === student)) return student;
  const folded = student.toLowerCase();
  const found = people.filter(({ id, name, email }) => [id, name, email].some((key) => key?.toLowerCase() === folded));
  const [person] = found;
  if (person !== undefined && found.length === 1) return person.id;
  const why =
    found.length === 0
      ? `none of the ${people.length} students who handed in or are on the roster has this id, e-mail or name`
      : `${found.length} students have this name; give an id`;
  throw new IntakeError(printable(`Cannot choose student "${student}": ${why}`));
}
