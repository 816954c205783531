import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checked, generateCheck, generated, generateTypes } from "../../../reports/report/generate-types.ts";

const biome = fileURLToPath(new URL("../../../node_modules/@biomejs/biome/bin/biome", import.meta.url));

describe("generateTypes()", () => {
  test.each(generated.map(({ schema, types }) => [types.pathname.split("/").slice(-2).join("/"), schema, types]))(
    "%s is what generateTypes() makes of its schema, so nobody forgot `npm run generate`",
    async (_, schema, types) => {
      const format = [biome, "format", `--stdin-file-path=${fileURLToPath(types)}`];
      const source = await generateTypes(new URL(schema));
      const formatted = execFileSync(process.execPath, format, {
        input: source,
        encoding: "utf8",
        stdio: ["pipe", "pipe", "ignore"],
      });
      expect(await readFile(types, "utf8")).toBe(formatted);
    },
  );
});

describe("generateCheck()", () => {
  test.each(checked.map(({ schema, check }) => [check.pathname.split("/").slice(-2).join("/"), schema, check]))(
    "%s is what generateCheck() makes of its schema, so nobody forgot `npm run generate`",
    async (_, schema, check) => {
      expect(await readFile(check, "utf8")).toBe(await generateCheck(new URL(schema)));
    },
  );
});
