import { readFile, writeFile } from "node:fs/promises";
import { compile, type JSONSchema } from "json-schema-to-typescript";

const banner = "// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.\n";

/** The schemas of which a TypeScript type is generated, and where the type goes. */
export const generated = [
  {
    schema: new URL("../../assignments/catalog/manifest.schema.json", import.meta.url),
    types: new URL("../../assignments/catalog/manifest.ts", import.meta.url),
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

if (import.meta.main) {
  for (const { schema, types } of generated) await writeFile(types, await generateTypes(schema));
}
