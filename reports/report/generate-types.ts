import { readFile, writeFile } from "node:fs/promises";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import { compile, type JSONSchema } from "json-schema-to-typescript";

const banner = "// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.\n";

/** The schemas of which a TypeScript type is generated, and where the type goes. */
export const generated = [
  {
    schema: new URL("../../assignments/catalog/manifest.schema.json", import.meta.url),
    types: new URL("../../assignments/catalog/manifest.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/catalog/course-texts.schema.json", import.meta.url),
    types: new URL("../../assignments/catalog/course-texts.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/catalog/plan/course-plan.schema.json", import.meta.url),
    types: new URL("../../assignments/catalog/plan/course-plan.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/catalog/plan/course-titles.schema.json", import.meta.url),
    types: new URL("../../assignments/catalog/plan/course-titles.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/quiz/quiz.schema.json", import.meta.url),
    types: new URL("../../assignments/quiz/quiz.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/quiz/answers.schema.json", import.meta.url),
    types: new URL("../../assignments/quiz/answers.ts", import.meta.url),
  },
  {
    schema: new URL("../../reference/quiz/quiz-key.schema.json", import.meta.url),
    types: new URL("../../reference/quiz/quiz-key.ts", import.meta.url),
  },
  {
    schema: new URL("../../graders/class/run/batch-settings.schema.json", import.meta.url),
    types: new URL("../../graders/class/run/batch-settings.ts", import.meta.url),
  },
  {
    schema: new URL("../../graders/fairness/fairness-index.schema.json", import.meta.url),
    types: new URL("../../graders/fairness/fairness-index.ts", import.meta.url),
  },
  {
    schema: new URL("../../graders/session/kit-description.schema.json", import.meta.url),
    types: new URL("../../graders/session/kit-description.ts", import.meta.url),
  },
  {
    schema: new URL("../class/questions/question-analysis.schema.json", import.meta.url),
    types: new URL("../class/questions/question-analysis.ts", import.meta.url),
  },
  { schema: new URL("./report.schema.json", import.meta.url), types: new URL("./report.ts", import.meta.url) },
] as const;

/**
 * The TypeScript types of one JSON Schema.
 * @returns Source text of a module.
 */
export async function generateTypes(schemaFile: URL): Promise<string> {
  const schema = JSON.parse(await readFile(schemaFile, "utf8")) as JSONSchema;
  return compile(schema, "Schema", { bannerComment: banner, additionalProperties: false, style: { printWidth: 120 } });
}

/** The schemas of what most commands read, and where a check goes that needs no compiler of schemas. */
export const checked = [
  {
    schema: new URL("../../assignments/catalog/manifest.schema.json", import.meta.url),
    check: new URL("../../assignments/catalog/is-manifest.ts", import.meta.url),
  },
  {
    schema: new URL("../../assignments/catalog/plan/course-plan.schema.json", import.meta.url),
    check: new URL("../../assignments/catalog/plan/is-course-plan.ts", import.meta.url),
  },
  {
    schema: new URL("../../graders/session/kit-description.schema.json", import.meta.url),
    check: new URL("../../graders/session/is-kit-description.ts", import.meta.url),
  },
] as const;

/**
 * A function that says whether data follow one JSON Schema, without why.
 * @returns Source text of a module.
 */
export async function generateCheck(schemaFile: URL): Promise<string> {
  const schema = JSON.parse(await readFile(schemaFile, "utf8")) as object;
  const ajv = new Ajv({ strict: true, discriminator: true, messages: false, code: { source: true, esm: true } });
  const source = standaloneCode
    .default(ajv, ajv.compile(schema))
    .replace(/^"use strict";export const validate = (\w+);export default \1;/, "export const follows = $1;")
    // The one module that it needs, which knows only `require`: how many characters a text has.
    .replace('require("ajv/dist/runtime/ucs2length").default', "(text) => [...text].length");
  if (/\brequire\(|export default/.test(source))
    throw new Error(`Cannot generate a check: ${schemaFile} needs more than one file`);
  const { code } = await transform(source, { minify: true, target: "esnext", loader: "js" });
  return `${banner}// @ts-nocheck\n${code}`;
}

if (import.meta.main) {
  for (const { schema, types } of generated) await writeFile(types, await generateTypes(schema));
  for (const { schema, check } of checked) await writeFile(check, await generateCheck(schema));
}
