import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { schemas } from "../../../graders/scaffold/schemas.ts";
import { generated } from "../../../reports/report/generate-types.ts";
import { runHere } from "../run-in-process.ts";

type Schema = { readonly [key: string]: unknown };

const names = Object.keys(schemas) as (keyof typeof schemas)[];

/** The properties of a schema that say nothing of themselves, by their paths. A definition may say it for them. */
function undescribed(schema: Schema, root: Schema, path = ""): string[] {
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  const silent = properties.filter(([, property]) => {
    const definition = String(property["$ref"] ?? "").replace("#/definitions/", "");
    const definitions = (root["definitions"] ?? {}) as Record<string, Schema>;
    return property["description"] === undefined && definitions[definition]?.["description"] === undefined;
  });
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? undescribed(value as Schema, root, `${path}/${key}`) : [],
  );
  return [...silent.map(([name]) => `${path}/${name}`), ...inner];
}

describe("gradecheck schema", () => {
  it("lists all that there are, with --list too", async () => {
    const { code, stdout } = await runHere("/", "schema");
    expect(code).toBe(0);
    expect(stdout.match(/^\S+/gm)).toEqual(names);
    expect(await runHere("/", "schema", "--list")).toMatchObject({ stdout });
    const files = names.map((name) => schemas[name].file.replace(/^.*\//, "")).sort();
    expect(files).toEqual(generated.map(({ schema }) => schema.pathname.replace(/^.*\//, "")).sort());
  });

  it.each(names)("prints %s, with an $id and a description of every property", async (name) => {
    const { code, stdout } = await runHere("/", "schema", name);
    expect(code).toBe(0);
    const file = new URL(`../../../graders/scaffold/${schemas[name].file}`, import.meta.url);
    expect(stdout).toBe(await readFile(file, "utf8"));
    const schema = JSON.parse(stdout) as Schema;
    expect(schema["$id"]).toBe(`urn:gradecheck:schema:${name}:1`);
    expect(schema["description"]).toEqual(expect.any(String));
    expect(undescribed(schema, schema)).toEqual([]);
  });

  it("says what was probably meant, with exit code 2", async () => {
    expect(await runHere("/", "schema", "manifests")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'gradecheck: Cannot print schema "manifests": there is no such schema; did you mean "manifest"?\n',
    });
  });
});
