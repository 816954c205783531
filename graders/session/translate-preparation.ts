import { findAssignment } from "../../assignments/catalog/catalog.ts";
import {
  loadCourseTexts,
  translateManifest,
  translateProperties,
  translateTitle,
} from "../../assignments/catalog/translate-texts.ts";
import { type MisconceptionTexts, misconceptionTexts } from "../../reference/misconceptions/misconception-texts.ts";
import { currentLanguage, languages } from "../../reports/messages/language.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";
import type { Preparation } from "./preparation.ts";

/**
 * The same with the course's own texts in the language that is being written, as far as the course has them: titles, hints, and what is
 * said of misconceptions and properties. Nothing that decides a verdict changes. What stays English is named in the reports.
 */
export async function translatePreparation(made: Preparation): Promise<Preparation> {
  const language = currentLanguage();
  if (language === languages[0]) return made;
  const { manifest, basis, candidates, outcomesOf } = made;
  const texts = await loadCourseTexts(await findAssignment(manifest.id), language, manifest);
  const known = new Set(Object.keys(texts?.exercises ?? {}));
  const whole = texts === undefined ? manifest : translateManifest(manifest, texts);
  let said: Promise<MisconceptionTexts> | undefined;
  const translated = (one: GradingBasis): GradingBasis => ({
    ...one,
    exercises: one.exercises.map((exercise) => whole.exercises.find(({ id }) => id === exercise.id) ?? exercise),
    ...(texts !== undefined && {
      cases: one.cases.map((testCase) => ({ ...testCase, title: translateTitle(testCase.title, texts) })),
      properties: translateProperties(one.properties, texts),
    }),
    common: { ...one.common, assignmentTitle: whole.title },
    inEnglish: new Set(manifest.exercises.flatMap(({ id }) => (known.has(id) ? [] : [id]))),
  });
  return {
    manifest: whole,
    basis: translated(basis),
    candidates: candidates && translated(candidates),
    outcomesOf: async (exercise, apart) => {
      said ??= misconceptionTexts(manifest.id, language);
      const [all, own] = [await outcomesOf(exercise, apart), await said];
      return all.map((one) => ({ ...one, ...(own[one.id] ?? { language: languages[0] }) }));
    },
  };
}
