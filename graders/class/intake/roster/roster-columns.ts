/** Which column of a roster holds what, counted from 0. */
export type RosterColumns = {
  readonly id: number;
  /** Other columns that name a student: learning platforms' ids, logins. */
  readonly aliases: readonly number[];
  /** The columns whose header says that they contain a learning platform's own ids. */
  readonly platformIds: readonly number[];
  readonly name?: number;
  readonly firstName?: number;
  readonly lastName?: number;
  readonly email?: number;
  readonly section?: number;
  readonly extension?: number;
  readonly lateDays?: number;
  readonly submittedAt?: number;
};

// Headers of our own files and of the gradebooks and participant lists of Canvas, Moodle and Gradescope; earlier ones
// are preferred.
const ids = [
  "id",
  "studentid",
  "studentnumber",
  "sid",
  "sisuserid",
  "sisloginid",
  "loginid",
  "login",
  "username",
  "userid",
  "idnumber",
  "matriculationnumber",
  "netid",
  "canvasid",
  "canvasuserid",
  "moodleid",
  "participantid",
  "identifier",
  "user",
  "student",
];
const platformIds = ["canvasid", "canvasuserid", "moodleid", "participantid", "identifier"];
const others: Readonly<Record<Exclude<keyof RosterColumns, "id" | "aliases" | "platformIds">, readonly string[]>> = {
  name: ["name", "fullname", "studentname", "displayname", "student"],
  firstName: ["firstname", "givenname", "forename"],
  lastName: ["lastname", "surname", "familyname"],
  email: ["email", "emailaddress", "mail", "studentemail"],
  section: ["section", "sections", "group", "groups"],
  extension: ["extension", "extendeduntil", "extendedduedate"],
  lateDays: ["latedays", "latedaysallowed"],
  submittedAt: ["submittedat", "submissiontime", "timesubmitted"],
};

/**
 * Finds the columns of a roster by their headers, ignoring order, case, spaces and punctuation.
 * @returns The columns, or a clause that says what is wrong with the headers.
 */
export function findRosterColumns(
  headers: readonly string[],
): { readonly columns: RosterColumns } | { readonly problem: string } {
  const plain = headers.map((header) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const idNames = ids.filter((name) => plain.includes(name));
  const [idName] = idNames;
  if (idName === undefined) {
    return { problem: `there is no column with the students' ids; call one "id" (it has ${listed(headers)})` };
  }
  const found: Record<string, number> = {};
  for (const [field, names] of Object.entries(others)) {
    const name = names.find((candidate) => candidate !== idName && plain.includes(candidate));
    if (name !== undefined) found[field] = plain.indexOf(name);
  }
  const used = [idName, ...Object.values(found).map((column) => plain[column])];
  const twice = used.find((name) => plain.filter((other) => other === name).length > 1);
  if (twice !== undefined) return { problem: `two columns are called "${twice}"; rename or remove one` };
  const aliases = idNames.filter((name) => name !== idName && plain.indexOf(name) !== found["name"]);
  const columnsOf = (names: readonly string[]): number[] => names.map((name) => plain.indexOf(name));
  return {
    columns: {
      ...found,
      id: plain.indexOf(idName),
      aliases: columnsOf(aliases),
      platformIds: columnsOf(idNames.filter((name) => platformIds.includes(name))),
    },
  };
}

const listed = (headers: readonly string[]): string =>
  headers.length === 0
    ? "no columns"
    : headers
        .slice(0, 12)
        .map((header) => `"${header}"`)
        .join(", ");
