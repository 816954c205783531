import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { de } from "../../../reports/messages/de.ts";
import { en } from "../../../reports/messages/en.ts";
import { argumentsOf, generateMessages } from "../../../reports/messages/generate-messages.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const keys = Object.keys(en) as (keyof typeof en)[];
const sources = globSync("{reports,graders}/**/*.{ts,hbs,js}", { cwd: root })
  .filter((file) => !/^reports[/\\]messages[/\\]/.test(file) && !file.includes("scaffold"))
  .map((file) => ({ file, text: readFileSync(`${root}/${file}`, "utf8") }));

/** What is said between quotes of any kind: whole keys, and beginnings of keys that a code follows. */
const quoted = new Set(
  sources.flatMap(({ text }) => text.match(/(?<=["'`]|\{\{t )[a-z][\w-]*\.[\w.-]*(?=["'`$]|\}\})/g) ?? []),
);

describe("messages", () => {
  test("every key is used: by its name, or by its theme and a code", () => {
    const isUsed = (key: string): boolean =>
      quoted.has(key) || [...quoted].some((name) => key.startsWith(name) && name.endsWith("."));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  test("templates ask for messages that exist, and give what these take", () => {
    const asked = sources
      .filter(({ file }) => file.endsWith(".hbs"))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/(?:\{|\()t "([^"]+)"((?:[^(){}]|\((?:[^()]|\([^()]*\))*\))*)/g)].map(
          ([, key = "", given = ""]) => ({
            file,
            key,
            given,
          }),
        ),
      );
    for (const { file, key, given } of asked) {
      const values = [...given.replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, "").matchAll(/(\w+)=/g)]
        .map(([, name]) => name)
        .sort();
      expect(keys, `${file}: ${key}`).toContain(key);
      const text: string = en[key as keyof typeof en];
      expect([...argumentsOf(text).keys()].sort(), `${file}: ${key}`).toEqual(values);
      for (const words of [text, de[key as keyof typeof en]]) expect(words, key).not.toMatch(/[<>&"]/);
    }
  });

  test.for(keys)("%s takes the same in both languages", (key) => {
    expect(argumentsOf(de[key])).toEqual(argumentsOf(en[key]));
  });

  test("argumentsOf() refuses a plural without one of its forms, and what would write numbers in its own way", () => {
    expect(() => argumentsOf("{n, plural, other {{n} cases}}")).toThrow("no singular");
    expect(() => argumentsOf("{n, plural, one {# case} other {# cases}}")).toThrow("octothorpe");
    expect(() => argumentsOf("{n, number}")).toThrow("function");
    expect(() => argumentsOf("{n, plural, one {} few {} other {}}")).toThrow("few");
  });

  test("what is generated is what these messages give", async () => {
    for (const [file, text] of await generateMessages()) expect(await readFile(file, "utf8"), file.href).toBe(text);
  });
});
