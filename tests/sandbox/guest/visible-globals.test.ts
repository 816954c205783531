import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner } from "../run-source.ts";

expectNothingLeft();

/** The names in the block that follows a heading of docs/security.md. */
async function listed(heading: string): Promise<string[]> {
  const text = await readFile(new URL("../../../docs/security.md", import.meta.url), "utf8");
  const [, rest = ""] = text.split(`\n## ${heading}\n`);
  const [, block = ""] = rest.split("```");
  return block.split(/\s+/).filter((name) => name !== "" && name !== "text");
}

it("restrictGlobals() leaves exactly the globals that docs/security.md lists, under every name there is", async () => {
  await using runner = await SourceRunner.open({ f: [[]] });
  const collect = `
    const names: string[] = [];
    for (let scope: object | null = globalThis; scope !== null; scope = Object.getPrototypeOf(scope)) {
      if (scope !== Object.prototype) names.push(...Reflect.ownKeys(scope).map(String));
    }
    return Object.fromEntries(names.map((name) => ["=" + name, 0]));`;
  const [run] = await runner.cases(`export function f() { ${collect} }`);
  if (run?.outcome !== "returned" || run.value.kind !== "record") throw new TypeError(JSON.stringify(run));
  const found = run.value.entries.map(([name]) => name.slice(1));
  expect(found.sort()).toEqual((await listed("What a submission can see")).sort());
});
