import { describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { expectedToValue } from "../../reference/oracle/expected-codec.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { encodeSetup } from "../../sandbox/pool/encode-setup.ts";

const cacheDirectory = userDirectory("cache", process.env);

/** Bytes of a tensor that are looked for. */
const longest = 256;

/** Bytes of each tensor or list of numbers of a value, as they stand in its encoding; short ones stand anywhere by chance. */
function blocksOf(value: Value): Buffer[] {
  switch (value.kind) {
    case "number":
      return [encodedNumber(value.value)];
    case "tensor":
    case "array": {
      const { buffer, byteOffset, byteLength } = value.data;
      return [Buffer.from(buffer, byteOffset, Math.min(byteLength, longest))];
    }
    case "record":
      return value.entries.flatMap(([, item]) => blocksOf(item));
    case "list":
      return value.items.flatMap(blocksOf);
    default:
      return [];
  }
}

function encodedNumber(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

describe.each(await listAssignments())("encodeSetup() for %s", (id) => {
  it("sends inputs and no expected value", async () => {
    const assignment = await openAssignment(id);
    const cases = generateCases(assignment, { visibility: "all", seed: 1, secret: "secrecy of one course" });
    const cache = openCache("expected", cacheDirectory);
    const { values } = await expectedValues(assignment, cases, { seed: 1, cache });
    const { limits } = assignment.manifest;
    const groups = [...Map.groupBy(cases, ({ exercise }) => exercise).values()];
    const image = { code: new Uint8Array(), snapshot: new Uint8Array() };
    const setup = Buffer.from(encodeSetup({ image, limits }, [], groups));

    const blocks = (of: readonly Value[]): Buffer[] =>
      of.flatMap(blocksOf).filter((block) => block.length >= 8 && new Set(block).size > 4);
    const inputs = blocks(cases.flatMap(({ args }) => args));
    expect(inputs.every((block) => setup.includes(block))).toBe(true);
    // What is expected to come back as it was given stands among the inputs by right.
    const given = Buffer.concat(cases.flatMap(({ args }) => args.map((value) => Buffer.from(encodeValue(value)))));
    const expected = blocks([...values.values()].map(expectedToValue)).filter((block) => !given.includes(block));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter((block) => setup.includes(block)).length).toBe(0);
  });
});
