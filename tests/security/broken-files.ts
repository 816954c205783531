import { execFile } from "node:child_process";
import { link as linkFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { largeSources } from "./large-sources.ts";
import { strangeNames } from "./strange-names.ts";

const run = promisify(execFile);

/** A submission that no version control would keep: what it is, and what has to be said of it. */
export type BrokenSubmission = {
  readonly what: string;
  /** Makes it in a folder. @returns Its path. */
  readonly make: (folder: string) => Promise<string>;
  /** The message of the report; undefined where it can be graded, with full marks for `updateLr`. */
  readonly message: RegExp | undefined;
};

const right = "export const updateLr = (a: number, n: number, d: number) => a / (1 + d * n);\n";

const file = (what: string, name: string, content: string | Uint8Array, message?: RegExp): BrokenSubmission => ({
  what,
  message,
  make: async (folder) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  },
});

const folder = (
  what: string,
  name: string,
  fill: (path: string) => Promise<unknown>,
  message?: RegExp,
): BrokenSubmission => ({
  what,
  message,
  make: async (parent) => {
    const path = join(parent, name);
    await mkdir(path);
    await fill(path);
    return path;
  },
});

const link = (what: string, name: string, target: (folder: string) => string, message?: RegExp): BrokenSubmission => ({
  what,
  message,
  make: async (parent) => {
    const path = join(parent, name);
    await symlink(target(parent), path);
    return path;
  },
});

/** Makes a socket that nobody listens to. */
async function makeSocket(path: string): Promise<void> {
  // Node takes its own away again; a child that is killed does not.
  const script = `require("node:net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
  await run(process.execPath, ["-e", script]).catch(() => undefined);
}

/** Files and folders that a student, or an upload gone wrong, may hand in. POSIX only. */
export const brokenSubmissions: readonly BrokenSubmission[] = [
  file("an empty file", "empty.ts", "", undefined),
  file("a file of spaces", "spaces.ts", " \n\t\n", undefined),
  file("Latin-1", "latin1.ts", Buffer.from(`// fa\xe7ade\n${right}`, "latin1"), /not UTF-8/),
  file("UTF-16", "utf16.ts", Buffer.from(`\ufeff${right}`, "utf16le"), /binary|not UTF-8/),
  file("a byte order mark and CR LF", "bom.ts", `\ufeff// hello\r\n${right.replace("\n", "\r\n")}`),
  file("a shebang line", "shebang.ts", `#!/usr/bin/env node\n${right}`),
  file("a cut UTF-8 sequence", "cut.ts", Buffer.concat([Buffer.from(right), Buffer.from([0xe2, 0x82])]), /not UTF-8/),
  file("a binary", "binary.ts", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), /binary/),
  file("10 MB", "large.ts", `${right}//${"x".repeat(10_000_000)}`, /bytes; a submission may have 1000000/),
  file("deep nesting", "deep.ts", `${right}export const x = ${"!".repeat(300_000)}1;`, /compile/),
  file("deep arrow functions", "arrows.ts", `${right}export const x = ${"async()=>".repeat(30_000)}1;`, /compile/),
  file("the wrong extension", "submission.txt", right, /its name ends in ".txt"/),
  file("a name that is markup", `<img src=x onerror=alert(1)>&"'.ts`, right),
  file("a name with a line feed and escapes", "two\nlines\u001b[31m\u202e.ts", right),
  file("a name that commands a workflow", "::error::owned.ts", right),
  file("a name that is a formula", "=1+1.ts", right),
  file("a name that is an option", "--json.ts", right),
  file("a name reserved on Windows", "con.ts", right),
  file("a name in Unicode", "übung-作業-😀.ts", right),
  file("a very long name", `${"n".repeat(240)}.ts`, right),
  ...strangeNames.map(([what, name]) => file(`a name ${what}`, `${name}.ts`, right)),
  ...largeSources.map(([what, name, text, message]) => file(what, `${name}.ts`, right + text, message)),
  folder("an empty folder", "nothing", async () => undefined, /has no submission\.ts/),
  folder(
    "a folder in place of the file",
    "nested",
    (path) => mkdir(join(path, "submission.ts")),
    /has no submission\.ts/,
  ),
  folder(
    "a link to a system file",
    "linked",
    (path) => symlink("/etc/passwd", join(path, "submission.ts")),
    /leads out/,
  ),
  folder(
    "an import through a link out of the folder",
    "linked-import",
    async (path) => {
      await symlink("/etc", join(path, "etc"));
      await writeFile(join(path, "submission.ts"), `import "./etc/passwd.ts";\nimport "./etc/hostname";\n${right}`);
    },
    /Cannot import|leads out/,
  ),
  folder(
    "links in a circle",
    "circle",
    async (path) => {
      await symlink("b.ts", join(path, "a.ts"));
      await symlink("a.ts", join(path, "b.ts"));
      await writeFile(join(path, "submission.ts"), `import "./a.ts";\n${right}`);
    },
    /leads nowhere/,
  ),
  folder("thousands of files beside it", "thousands", async (path) => {
    await writeFile(join(path, "submission.ts"), right);
    for (let i = 0; i < 3000; i++) await writeFile(join(path, `file${i}.ts`), "export {};");
  }),
  folder("a module that forty others import", "shared", async (path) => {
    const names = Array.from({ length: 40 }, (_, i) => `part${i}`);
    await writeFile(join(path, "common.ts"), `export const one = 1;\n//${"x".repeat(30_000)}`);
    for (const name of names) await writeFile(join(path, `${name}.ts`), `export { one } from "./common.ts";`);
    await writeFile(
      join(path, "submission.ts"),
      `${names.map((name) => `import "./${name}.ts";`).join("\n")}\n${right}`,
    );
  }),
  folder(
    "a FIFO that is imported",
    "fifo-import",
    async (path) => {
      await run("mkfifo", [join(path, "pipe.ts")]);
      await writeFile(join(path, "submission.ts"), `import "./pipe.ts";\n${right}`);
    },
    /it is not a regular file/,
  ),
  folder(
    "a FIFO in place of the file",
    "fifo-inside",
    (path) => run("mkfifo", [join(path, "submission.ts")]),
    /it is not a regular file/,
  ),
  folder(
    "a socket that is imported",
    "socket",
    async (path) => {
      await makeSocket(join(path, "socket.ts"));
      await writeFile(join(path, "submission.ts"), `import "./socket.ts";\n${right}`);
    },
    /Cannot read submission "socket\.ts"/,
  ),
  folder(
    "an import of a folder",
    "of-folder",
    async (path) => {
      await mkdir(join(path, "part.ts"));
      await writeFile(join(path, "submission.ts"), `import "./part.ts";\n${right}`);
    },
    /the submission has no .ts or .js file of that name/,
  ),
  folder(
    "a link to itself that is imported",
    "self",
    async (path) => {
      await symlink("self.ts", join(path, "self.ts"));
      await writeFile(join(path, "submission.ts"), `import "./self.ts";\n${right}`);
    },
    /leads nowhere/,
  ),
  folder("a link within the folder", "inside", async (path) => {
    await writeFile(join(path, "real.ts"), right);
    await symlink("real.ts", join(path, "submission.ts"));
  }),
  folder(
    "a folder that links to its parent",
    "parent",
    async (path) => {
      await symlink("..", join(path, "up"));
      await writeFile(join(path, "submission.ts"), `import "./up/empty.ts";\n${right}`);
    },
    /leads out of the submission/,
  ),
  folder("hard links to one file", "hard", async (path) => {
    await writeFile(join(path, "a.ts"), "export const a = 1;");
    await linkFile(join(path, "a.ts"), join(path, "b.ts"));
    await writeFile(join(path, "submission.ts"), `import "./a.ts";\nimport "./b.ts";\n${right}`);
  }),
  folder("modules in a chain of five hundred", "chain", async (path) => {
    for (let i = 0; i < 500; i++) await writeFile(join(path, `m${i}.ts`), `export * from "./m${i + 1}.ts";`);
    await writeFile(join(path, "m500.ts"), right);
    await writeFile(join(path, "submission.ts"), `export * from "./m0.ts";`);
  }),
  folder(
    "more text in its modules than a submission may have",
    "much",
    async (path) => {
      for (const name of ["a", "b", "c"]) await writeFile(join(path, `${name}.ts`), `//${"x".repeat(400_000)}`);
      await writeFile(join(path, "submission.ts"), `import "./a";\nimport "./b";\nimport "./c";\n${right}`);
    },
    /a submission may have 1000000 in all/,
  ),
  folder("names that differ in case alone", "cases", async (path) => {
    await writeFile(join(path, "Part.ts"), "export const a = 1;");
    await writeFile(join(path, "part.ts"), "export const a = 2;");
    await writeFile(
      join(path, "submission.ts"),
      `import { a } from "./part.ts";\nimport { a as b } from "./Part.ts";\n${right}export const both = a + b;`,
    );
  }),
  link("a link to another student's file", "envious.ts", () => "--json.ts", /symbolic link, which leads out/),
  link("a link to another student's folder", "covetous", () => "shared", /symbolic link, which leads out/),
  link("a device", "device.ts", () => "/dev/zero", /symbolic link/),
  link("a link to itself", "itself.ts", (parent) => join(parent, "itself.ts"), /Cannot read submission/),
  link("a link to nothing", "dangling.ts", () => "missing.ts", /symbolic link/),
  link("a link to a secret", "secret.ts", () => "/etc/passwd", /leads out/),
  {
    what: "a FIFO",
    message: /neither a file nor a folder/,
    make: async (parent) => {
      const path = join(parent, "fifo.ts");
      await run("mkfifo", [path]);
      return path;
    },
  },
];
