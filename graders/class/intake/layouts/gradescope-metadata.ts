/** One submission in Gradescope's export: who handed it in, and when. */
export type GradescopeSubmission = {
  /** Folder (or, of scanned work, file) of the submission: `submission_123456789`. */
  readonly folder: string;
  /** For a group, all its members. */
  readonly submitters: readonly GradescopeStudent[];
  readonly createdAt?: Date;
};

/** A student as Gradescope knows one. */
export type GradescopeStudent = { readonly sid?: string; readonly name?: string; readonly email?: string };

type Fields = Readonly<Record<string, string>>;

/**
 * Reads `submission_metadata.yml` from the top of Gradescope's export. A Ruby program writes it, with symbols as keys:
 * `:submitters:` with `:name:`, `:sid:` and `:email:`, and `:created_at:`. Only these are read, line by line; results,
 * scores and the history of a submission, which make up most of the file, are nested deeper and are skipped. A YAML
 * library would parse them all: a class of 3,000 with 65 MB takes 0.3 s and 0.2 GB here, 15 s and 2.2 GB there.
 */
export function readGradescopeYaml(text: string): readonly GradescopeSubmission[] {
  const found: { folder: string; submitters: Record<string, string>[]; fields: Record<string, string> }[] = [];
  const anchors = new Map<string, string>();
  let section = "";
  for (const written of text.replace(/^\ufeff/, "").split("\n")) {
    const line = written.trimEnd();
    const folder = /^("?)([^\s:#"'-][^:"]*)\1:(?: &\d+)?$/.exec(line)?.[2];
    if (folder !== undefined) found.push({ folder, submitters: [], fields: {} });
    const current = found.at(-1);
    if (current === undefined || folder !== undefined) {
      section = "";
      continue;
    }
    const [, indent = "", dash = "", key = "", rest = ""] = /^( +)(- +)?:(\w+):(?: +(.*))?$/.exec(line) ?? [];
    const depth = indent.length + dash.length;
    const isField = depth === 2 && dash === "";
    if (isField) section = key;
    const value = key === "" ? undefined : scalar(rest, anchors);
    if (isField && value !== undefined) current.fields[key] = value;
    // List items are at the indentation of the list's key or two columns deeper, depending on the writer.
    if (section !== "submitters" || isField || depth < 4 || depth > 6) continue;
    if (dash !== "") current.submitters.push({});
    const student = current.submitters.at(-1);
    if (student !== undefined && value !== undefined) student[key] = value;
  }
  return found.map(({ folder, submitters, fields }) => submission(folder, submitters, fields["created_at"]));
}

/**
 * Reads a `submission_metadata.json`, which Gradescope puts beside a submission for its autograder.
 * @returns undefined where it is something else.
 */
export function readGradescopeJson(text: string, folder: string): GradescopeSubmission | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { users, created_at: createdAt } = (parsed ?? {}) as {
    readonly users?: unknown;
    readonly created_at?: unknown;
  };
  if (!Array.isArray(users)) return undefined;
  const students = users.map((user: unknown) => {
    const entries = Object.entries((user ?? {}) as object).filter(([, value]) =>
      ["string", "number"].includes(typeof value),
    );
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
  });
  return submission(folder, students, typeof createdAt === "string" ? createdAt : undefined);
}

function submission(folder: string, students: readonly Fields[], created: string | undefined): GradescopeSubmission {
  const createdAt = created === undefined ? undefined : readCreated(created);
  return {
    folder,
    submitters: students
      .map(({ sid, name, email }) => ({ ...(sid && { sid }), ...(name && { name }), ...(email && { email }) }))
      .filter((student) => Object.keys(student).length > 0),
    ...(createdAt && { createdAt }),
  };
}

/** Ruby writes `2025-03-01 18:30:00.123456789 Z`, JSON `2025-03-01T18:30:00.123456-07:00`. */
function readCreated(text: string): Date | undefined {
  const [, day, time, fraction = "", zone] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,3})?\d{0,9} ?(Z|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  if (zone === undefined) return undefined;
  const created = new Date(`${day}T${time}${fraction}${zone.replace(/^(...)(\d\d)$/, "$1:$2")}`);
  return Number.isNaN(created.getTime()) ? undefined : created;
}

/** A value on one line: plain, quoted, or an alias of an earlier value. */
function scalar(written: string, anchors: Map<string, string>): string | undefined {
  const alias = /^\*(\d+)$/.exec(written)?.[1];
  if (alias !== undefined) return anchors.get(alias);
  const [, anchor, text = ""] = /^(?:&(\d+) +)?(.*)$/.exec(written) ?? [];
  const value = unquoted(text);
  if (anchor !== undefined && value !== undefined) anchors.set(anchor, value);
  return value;
}

function unquoted(text: string): string | undefined {
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/.test(text)) {
    const json = text.replace(/\\x([0-9a-f]{2})/gi, "\\u00$1").replaceAll("\\e", "\\u001b");
    try {
      return String(JSON.parse(json));
    } catch {
      return undefined;
    }
  }
  return text === "" || text === "null" || text === "~" || /^[[{|>!]/.test(text) ? undefined : text;
}
