import { existsSync } from "node:fs";
import { join } from "node:path";
import type { JsonProblem } from "../storage/json-problem.ts";
import { loadJson } from "../storage/load-json.ts";
import schema from "./course-texts.schema.json" with { type: "json" };
import type { CourseTexts } from "./course-texts.ts";
import type { Manifest } from "./manifest.ts";
import type { Properties, Property } from "./property.ts";

/** Where the folder of an assignment has its texts in another language. */
export const textsFile = (language: string): string => `messages.${language}.json`;

/**
 * The texts of an assignment in another language than that of its manifest.
 * @param directory The assignment's folder.
 * @returns undefined where it has none in that language.
 * @throws ManifestError where it has, and they cannot be used or are about exercises that are not there.
 */
export async function loadCourseTexts(
  directory: string,
  language: string,
  manifest: Manifest,
): Promise<CourseTexts | undefined> {
  const file = join(directory, textsFile(language));
  if (!existsSync(file)) return undefined;
  return loadJson<CourseTexts>(file, manifest.id, {
    schema,
    findProblems: (texts) => findTextProblems(texts, manifest),
  });
}

function findTextProblems({ exercises }: CourseTexts, manifest: Manifest): JsonProblem[] {
  const hints = new Map(manifest.exercises.map((exercise) => [exercise.id, exercise.hints.length]));
  return Object.entries(exercises).flatMap(([id, own]): JsonProblem[] => {
    const path = `exercises.${id}`;
    const wanted = hints.get(id);
    if (wanted === undefined) return [{ path, value: own.title, rule: "must be about an exercise of the manifest" }];
    if (own.hints.length === wanted) return [];
    return [{ path: `${path}.hints`, value: own.hints.length, rule: `must be as many as in the manifest, ${wanted}` }];
  });
}

/** The manifest with these texts; what they leave out stays. */
export function translateManifest(manifest: Manifest, { title, exercises }: CourseTexts): Manifest {
  const [first, ...others] = manifest.exercises;
  const translated = (exercise: typeof first): typeof first => {
    const own = exercises[exercise.id];
    return own === undefined ? exercise : { ...exercise, title: own.title, hints: [...own.hints] };
  };
  return { ...manifest, title, exercises: [translated(first), ...others.map(translated)] };
}

/** The properties with these sentences; what they leave out stays. */
export function translateProperties(properties: Properties, { exercises }: Pick<CourseTexts, "exercises">): Properties {
  const translated = (id: string, own: readonly Property[]): readonly Property[] => {
    const sentences = exercises[id]?.sentences ?? {};
    return own.map((one) => ({ ...one, sentence: sentences[one.id] ?? one.sentence }));
  };
  return Object.fromEntries(Object.entries(properties).map(([id, own]) => [id, translated(id, own)]));
}

/** The title of a case: as a whole, or the parts between its commas. Numbers and names stay. */
export function translateTitle(title: string, { cases }: Pick<CourseTexts, "cases">): string {
  return (
    look(title, cases) ??
    title
      .split(", ")
      .map((part) => look(part, cases) ?? part)
      .join(", ")
  );
}

function look(text: string, cases: CourseTexts["cases"]): string | undefined {
  if (Object.hasOwn(cases, text)) return cases[text];
  for (const [form, translated] of Object.entries(cases)) {
    const found = matcherOf(form)?.exec(text);
    if (found) return found.slice(1).reduce((whole, kept) => whole.replace(/\{[nx]\}/, kept), translated);
  }
  return undefined;
}

const matchers = new Map<string, RegExp | undefined>();

/** @returns undefined for a text without a gap, which is equal or is not. */
function matcherOf(form: string): RegExp | undefined {
  if (!matchers.has(form)) {
    const source = RegExp.escape(form).replaceAll("\\{n\\}", "([-+.\\de]*\\d)").replaceAll("\\{x\\}", "([A-Za-z]\\w*)");
    matchers.set(form, form.includes("{") ? new RegExp(`^${source}$`) : undefined);
  }
  return matchers.get(form);
}
