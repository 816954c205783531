import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { expect, it } from "vitest";
import { openAssignment } from "../../../../assignments/catalog/catalog.ts";
import { openBatchFolder } from "../../../../graders/class/run/batch-folder.ts";
import type { ClassInputs } from "../../../../graders/class/run/class-inputs.ts";
import { readBatchSettings } from "../../../../graders/class/run/read-batch-settings.ts";
import { writeClass } from "../../../../graders/class/run/write-class.ts";
import { defineExports } from "../../../../graders/cli/commands/batch.ts";
import type { Exporter } from "../../../../reports/exports/exporter.ts";
import { classFiles, exporters, studentFiles } from "../../../../reports/exports/exporters.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { markedClass, markedStudent } from "../../../fixtures/marked-class.ts";

const ofClass: Exporter = {
  name: "toy",
  options: [{ name: "toySize", flag: "--toy-size <size>", description: "how big", schema: { enum: ["S", "L"] } }],
  forClass: {
    file: "toy.txt",
    make: ({ students }, { settings }) => ({ text: `${students.length} ${settings["toySize"]}`, warnings: ["small"] }),
  },
};
const ofStudent: Exporter = {
  name: "toys",
  forStudent: { folder: "toys", extension: "toy", make: ({ student }) => student },
};
const withToys = [...exporters, ofClass, ofStudent];
const settings = { assignment: "w2-optimization", submissions: "/handed-in", seed: 1, attempt: "last" } as const;

it("gradecheck batch offers an exporter that is added to the list, and its options", () => {
  const command = new Command("batch");
  defineExports(command, withToys);
  const help = command.helpInformation().replaceAll(/\s+/g, " ");
  expect(help).toContain('"lti", "toy", "toys")');
  expect(help).toContain('--toy-size <size> how big (choices: "S", "L")');
});

it("writeClass() writes the file of an exporter that is added to the list, and removes its files when they are not asked for", () =>
  inTemporaryFolder(async (parent) => {
    const folder = await openBatchFolder(join(parent, "out"), settings);
    const { manifest } = await openAssignment("w2-optimization");
    const write = async (...names: string[]) => {
      const told = { ...settings, exports: names, toySize: "L" };
      const batch = { folder, settings: told, work: manifest, exporters: withToys };
      const files = {
        exports: classFiles(names, { settings: told, version: "1.0.0" }, withToys),
        studentFiles: studentFiles(names, withToys),
      };
      const key = new Uint8Array(32);
      return writeClass({ ...batch, ...files, key, inputs: {} as ClassInputs }, markedClass([markedStudent("amir")]));
    };
    await mkdir(join(folder.path, "toys"));
    await writeFile(join(folder.path, "toys", "amir.toy"), "amir");
    expect(await write("toy")).toEqual({ warnings: ["toy.txt: small"], refused: [] });
    expect(await readFile(join(folder.path, "toy.txt"), "utf8")).toBe("1 L");
    await write("canvas");
    const left = await readdir(folder.path);
    expect([left.includes("toy.txt"), left.includes("toys")]).toEqual([false, false]);
  }));

it("readBatchSettings() refuses an export that is none, and a value that its option does not have", () =>
  inTemporaryFolder(async (path) => {
    const write = (more: object) => writeFile(join(path, "batch.json"), JSON.stringify({ ...settings, ...more }));
    await write({ exports: ["canvas"], canvasLayout: "sis-login", canvasId: 7 });
    expect(await readBatchSettings(path)).toMatchObject({ canvasLayout: "sis-login", canvasId: 7 });
    await write({ exports: ["canvas", "blackboard"] });
    await expect(readBatchSettings(path)).rejects.toThrow(
      /exports\[1\] is "blackboard", must be one of \["canvas",.*"lti"\]/,
    );
    await write({ canvasLayout: "name" });
    await expect(readBatchSettings(path)).rejects.toThrow(/canvasLayout is "name", must be one of \["id"/);
    await write({ canvasLayouts: "id" });
    await expect(readBatchSettings(path)).rejects.toThrow(/canvasLayouts .*no such property/);
  }));
