import type { JsonProblem } from "../storage/json-problem.ts";

/** Texts by name: what is said, or more texts. */
type Texts = { readonly [name: string]: Told | undefined };

/** A text, or several. */
type Told = string | readonly string[] | Texts;

/**
 * Where texts in another language are not of the form of those in the first: each of these must be there, and no others.
 * @param found Anything that JSON can express.
 * @param path Where it stands.
 */
export function findFormProblems(found: unknown, wanted: Told, path = ""): JsonProblem[] {
  if (found === undefined) return [{ path, value: undefined, rule: "must be given" }];
  if (typeof wanted === "string") {
    return typeof found === "string" && found.trim() !== "" ? [] : [{ path, value: found, rule: "must be a text" }];
  }
  if (typeof found !== "object" || found === null || Array.isArray(found) !== Array.isArray(wanted)) {
    return [{ path, value: found, rule: Array.isArray(wanted) ? "must be a list" : "must be an object" }];
  }
  const below = (name: string): string => {
    if (Array.isArray(wanted)) return `${path}[${name}]`;
    return path === "" ? name : `${path}.${name}`;
  };
  const own = new Map<string, unknown>(Object.entries(found));
  const names = new Map(Object.entries<Told | undefined>(wanted as Texts));
  const more = [...own].filter(([name]) => !names.has(name));
  return [
    ...[...names].flatMap(([name, text = ""]) => findFormProblems(own.get(name), text, below(name))),
    ...more.map(([name, value]) => ({ path: below(name), value, rule: "must not be there: no such text" })),
  ];
}
