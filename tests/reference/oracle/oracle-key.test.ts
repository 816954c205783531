import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { type OracleRequest, oracleKey } from "../../../reference/oracle/oracle-key.ts";
import { temporaryFolder } from "../tensorflow/fake-package.ts";

const backend = { backend: "tensorflow", version: "4.22.0+2.21.0" } as const;

function makeCase(exercise: string, id: string, value: number): Case {
  return { exercise, id, title: "", visibility: "hidden", args: [{ kind: "number", value }] };
}

async function makeRequest(source: string): Promise<OracleRequest> {
  const referenceFile = join(await temporaryFolder(), "reference.ts");
  await writeFile(referenceFile, source);
  return { referenceFile, contentHash: "c0", seed: 1, cases: [makeCase("updateLr", "hidden-1", 2)] };
}

test("oracleKey() is the same for the same work, wherever the source lies and however its lines end", async () => {
  const first = await oracleKey(await makeRequest("export const f = 1;\n"), backend);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await oracleKey(await makeRequest("export const f = 1;\r\n"), backend)).toBe(first);
});

test("oracleKey() changes with everything the values follow from", async () => {
  const request = await makeRequest("export const f = 1;\n");
  const requests: OracleRequest[] = [
    request,
    await makeRequest("export const f = 2;\n"),
    { ...request, contentHash: "c1" },
    { ...request, seed: 2 },
    { ...request, cases: [makeCase("updateLr", "hidden-1", 3)] },
    { ...request, cases: [makeCase("updateLr", "hidden-2", 2)] },
    { ...request, cases: [makeCase("updateLrh", "idden-1", 2)] },
    { ...request, cases: [...request.cases, makeCase("updateLr", "hidden-2", 2)] },
  ];
  const keys = await Promise.all([
    ...requests.map((each) => oracleKey(each, backend)),
    oracleKey(request, { ...backend, version: "4.22.0+2.9.1" }),
    oracleKey(request, { backend: "cpu", version: "4.22.0" }),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});

test("oracleKey() changes with the alternatives beside the reference", async () => {
  const request = await makeRequest("export const f = 1;\n");
  const keys = [await oracleKey(request, backend)];
  for (const source of ["", "export const alternatives = {};\n"]) {
    await writeFile(join(dirname(request.referenceFile), "alternatives.ts"), source);
    keys.push(await oracleKey(request, backend));
  }
  expect(new Set(keys).size).toBe(3);
});
