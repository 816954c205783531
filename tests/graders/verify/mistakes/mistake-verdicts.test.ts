import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openMistakeVerdicts } from "../../../../graders/verify/mistakes/mistake-verdicts.ts";
import { expectNothingLeft } from "../../../fixtures/expect-nothing-left.ts";
import { subjectOf } from "../subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

const mistake = { unit: "updateLr", kind: "constant", change: "1 => 2", text: "export const updateLr = () => 2;" };

test("openMistakeVerdicts() forgets what it knew when the reference, what it imports, or another formulation is changed", async () => {
  await using subject = await subjectOf("w2-optimization", ["updateLr"]);
  const files = {
    "reference.ts": 'import { one } from "./one.ts";\nexport const updateLr = () => one;\n',
    "one.ts": "export const one = 1;\n",
    "alternatives.ts": "export const alternatives = {};\n",
  };
  const write = (name: string, text: string): Promise<void> => writeFile(join(subject.scratch, name), text);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const own = {
    ...subject,
    cacheDirectory: join(subject.scratch, "cache"),
    referenceFile: join(subject.scratch, "reference.ts"),
  };
  const verdicts = await openMistakeVerdicts(own, "mutants");
  verdicts.note(mistake, { killedBy: "updateLr/hidden-1", isLasting: true });
  await verdicts.save();
  const known = async () => (await openMistakeVerdicts(own, "mutants")).get(mistake);
  expect(await known()).toBe("updateLr/hidden-1");
  for (const [name, text] of Object.entries(files)) {
    await write(
      name,
      text.replace("1;", "3;").replace("{}", "{ updateLr: [() => 1] }").replace("=> one", "=> one + 1"),
    );
    expect(await known()).toBeUndefined();
    await write(name, text);
    expect(await known()).toBe("updateLr/hidden-1");
  }
});
