import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const schemas = globSync("{assignments,reference,sandbox,graders,reports}/**/*.schema.json", { cwd: root });

test.each(schemas)("%s is a JSON Schema, which loadJson() does not ask again", (file) => {
  const schema = JSON.parse(readFileSync(join(root, file), "utf8")) as object;
  const ajv = new Ajv({ strict: true, discriminator: true });
  expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
});
