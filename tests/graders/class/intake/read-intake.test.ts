import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, symlink, utimes } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve, sep } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readIntake } from "../../../../graders/class/intake/read-intake.ts";
import { tar, zip, zipOf } from "../../../fixtures/archives.ts";
import { temporaryClass } from "../../../fixtures/temporary-class.ts";

const code = "export const one = 1;\n";

/** Reads a class made of these files; what was unpacked is gone when this returns. */
async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly roster?: string; readonly students?: readonly string[]; readonly path?: string } = {},
) {
  await using made = await temporaryClass(files);
  await made.write(options.roster === undefined ? {} : { "roster.csv": options.roster });
  await using intake = await readIntake(join(made.path, options.path ?? "class"), {
    assignment: "w2-optimization",
    ...(options.roster !== undefined && { rosterFile: join(made.path, "roster.csv") }),
    ...(options.students !== undefined && { students: options.students }),
  }).catch((error: Error) => {
    throw new Error(`${error.name}: ${error.message.replaceAll(made.path, "…")}`, { cause: error });
  });
  return {
    layout: intake.layout,
    attempts: intake.attempts.map(({ student, attempt, shownPath }) => `${student} ${attempt} ${shownPath}`),
    unmatched: intake.unmatched.map(({ path, reason }) => `${path}: ${reason}`),
    missing: intake.missing.map(({ id }) => id),
    whole: intake.attempts,
    texts: await Promise.all(intake.attempts.map(({ path }) => textOf(path))),
  };
}

const textOf = (path: string): Promise<string> =>
  readFile(path, "utf8").catch(async () =>
    (await readdir(path))
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .join(),
  );

test("readIntake() reads a folder of files, and lists those that are not submissions", async () => {
  const { layout, attempts, unmatched } = await read({
    "class/bob.ts": code,
    "class/alice.ts": code,
    "class/carol/submission.ts": code,
    "class/dave.js": code,
    "class/alice.js": code,
    "class/README.md": "",
    "class/old.ipynb": "{}",
    "class/types.d.ts": "",
    "class/.DS_Store": "",
    "class/__MACOSX/._alice.ts": "",
  });
  expect(layout).toBe("files");
  expect(attempts).toEqual(["alice 1 alice.ts", "bob 1 bob.ts", "carol 1 carol", "dave 1 dave.js"]);
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "README.md: It is not a .ts file, a folder with one, or an archive of either.",
      "alice.js: There is a .ts file of the same name, which counts.",
      "old.ipynb: It is a notebook; a submission is a .ts file.",
      "types.d.ts: It only declares types; it holds no code.",
    ]
  `);
});

test("readIntake() finds the submission in a student's folder, or says why it cannot", async () => {
  const { layout, attempts, unmatched } = await read({
    "class/alice/submission.ts": code,
    "class/alice/part.ts": code,
    "class/bob/src/homework.ts": code,
    "class/carol/deep/er/submission.ts": code,
    "class/carol/deep/er/part.ts": code,
    "class/dave/w1-initialization/submission.ts": code,
    "class/dave/w2-optimization/submission.ts": code,
    "class/erin/homework.zip": zipOf({ "my work/solution.ts": code, "my work/node_modules/x/index.js": code }),
    "class/frank/a.ts": code,
    "class/frank/b.ts": code,
    "class/grace/notes.pdf": "",
    "class/heidi/w2-optimization.ts": code,
    "class/heidi/w1-initialization.ts": code,
  });
  expect(layout).toBe("folders");
  expect(attempts).toEqual([
    "alice 1 alice",
    "bob 1 bob/src/homework.ts",
    "carol 1 carol/deep/er",
    "dave 1 dave/w2-optimization",
    "erin 1 erin/homework.zip/my work/solution.ts",
    "heidi 1 heidi/w2-optimization.ts",
  ]);
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "frank: The folder has 2 .ts files and none is called submission.ts; it is unclear which one counts.",
      "grace: The folder has no submission.ts and no other .ts file.",
    ]
  `);
});

test("readIntake() reads archives of a class, with the students' own archives in them", async () => {
  const own = zipOf({ "submission.ts": code });
  const time = new Date("2026-03-01T10:00:00Z");
  const entries = [
    { name: "class/alice.ts", data: code, mtime: time, time },
    { name: "class/bob/submission.ts", data: code, mtime: time, time },
    { name: "class/carol.zip", data: own, mtime: time, time },
    { name: "class/dave.tgz", data: await tar([{ name: "submission.ts", data: code }]), mtime: time, time },
    { name: "class/erin/", type: "directory" as const },
    { name: "../frank.ts", data: code },
  ];
  for (const [name, bytes] of [
    ["all.zip", zip(entries)],
    ["all.tar.gz", await tar(entries)],
    ["all.tgz", await tar(entries)],
    ["all.tar", await tar(entries, { gzip: false })],
  ] as const) {
    const { attempts, unmatched, texts, whole } = await read({ [name]: bytes }, { path: name });
    expect(attempts).toEqual([
      "alice 1 class/alice.ts",
      "bob 1 class/bob",
      "carol 1 class/carol.zip",
      "dave 1 class/dave.tgz",
    ]);
    expect(texts).toEqual([code, "submission.ts", "submission.ts", "submission.ts"]);
    expect(whole.slice(0, 2).map(({ submittedAt }) => submittedAt)).toEqual([time, time]);
    expect(unmatched).toEqual([
      "../frank.ts: Left out of the archive: its path leads out of the archive.",
      "class/erin: The folder has no submission.ts and no other .ts file.",
    ]);
  }
});

test("readIntake() lists a student's archive that cannot be unpacked, and reads the others", async () => {
  const good = zipOf({ "submission.ts": code });
  const bomb = zip([{ name: "submission.ts", data: Buffer.alloc(15_000_000) }]);
  const { attempts, unmatched } = await read({
    "class/alice.zip": good,
    "class/bob.zip": good.subarray(0, 60),
    "class/carol.zip": zip([{ name: "submission.ts", data: code, flags: 1 }]),
    "class/dave.zip": bomb,
    "class/erin.rar": "Rar!",
    "class/frank.zip": zipOf({ "../../submission.ts": code, "work.ts": code }),
    "class/grace.zip": zipOf({ "inner.zip": "PK" }),
    "class/heidi.tar.gz": "",
  });
  expect(attempts).toEqual(["alice 1 alice.zip", "frank 1 frank.zip/work.ts"]);
  expect(unmatched).toMatchInlineSnapshot(`
    [
      "bob.zip: The archive cannot be unpacked: it is damaged or incomplete; download or pack it again.",
      "carol.zip: The archive cannot be unpacked: it is encrypted; unpack it with its password first.",
      "dave.zip: The archive cannot be unpacked: it unpacks to more than 200 times its size, as malicious archives do.",
      "erin.rar: This kind of archive is not supported; pack it as .zip or .tar.gz.",
      "frank.zip/../../submission.ts: Left out of the archive: its path leads out of the archive.",
      "grace.zip: The folder has no submission.ts and no other .ts file.",
      "heidi.tar.gz: The archive cannot be unpacked: it is empty.",
    ]
  `);
});

test("readIntake() removes the unpacked files on disposal, when it fails, and when the process exits", async () => {
  await using made = await temporaryClass({
    "good.zip": zipOf({ "alice.ts": code, "bob.ts": code }),
    "bad.zip": zipOf({ "README.md": "nothing here" }),
    "tmp/.keep": "",
  });
  const intake = await readIntake(join(made.path, "good.zip"), { assignment: "w2" });
  const [first] = intake.attempts;
  expect(existsSync(first?.path ?? "")).toBe(true);
  await intake[Symbol.asyncDispose]();
  expect(existsSync(first?.path ?? "")).toBe(false);
  expect(existsSync(dirname(first?.path ?? ""))).toBe(false);

  const module = resolve("graders/class/intake/read-intake.ts");
  const script = `
    const { readIntake } = await import(${JSON.stringify(`file://${module}`)});
    for (const name of ["bad.zip", "good.zip"]) {
      const intake = await readIntake(${JSON.stringify(made.path)} + "/" + name, { assignment: "w2" }).catch(() => undefined);
      if (intake) console.log(intake.attempts.length);
    }
    process.exit(3);`;
  let said = "";
  try {
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TMPDIR: join(made.path, "tmp") },
      encoding: "utf8",
    });
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    said = `${status} ${stdout.trim()}`;
  }
  expect(said).toBe("3 2");
  expect(await readdir(join(made.path, "tmp"))).toEqual([".keep"]);
});

test("readIntake() opens nothing that could hang, and follows no link", async () => {
  await using made = await temporaryClass({
    "class/alice.ts": code,
    "class/frank/submission.ts": code,
    "else/x.ts": code,
  });
  const at = (name: string): string => join(made.path, "class", name);
  execFileSync("mkfifo", [at("bob.ts"), at("carol.zip")]);
  await symlink("/etc/passwd", at("dave.ts"));
  await symlink(join(made.path, "else"), at("erin"));
  await symlink(made.path, at("frank/loop"));
  await mkdir(at("grace.ts"));
  const { attempts, unmatched } = await readIntake(join(made.path, "class"), { assignment: "w2" });
  expect(attempts.map(({ shownPath }) => shownPath)).toEqual(["alice.ts", "frank"]);
  expect(unmatched.map(({ path, reason }) => `${path}: ${reason}`)).toMatchInlineSnapshot(`
    [
      "bob.ts: It is neither a file nor a folder.",
      "carol.zip: It is neither a file nor a folder.",
      "dave.ts: It is a symbolic link, and links are not followed; put the file itself here.",
      "erin: It is a symbolic link, and links are not followed; put the file itself here.",
      "grace.ts: The folder has no submission.ts and no other .ts file.",
    ]
  `);
});

test("readIntake() opens no FIFO, socket or link in the place of the archive in a student's folder", async () => {
  await using made = await temporaryClass({
    "class/alice.ts": code,
    "class/bob/notes.md": "",
    "class/carol/notes.md": "",
    "class/dave/notes.md": "",
    "class/erin/notes.md": "",
    "class/frank/two\nlines.zip": zipOf({ "submission.ts": code }),
    "else.zip": zipOf({ "submission.ts": "// somebody else's" }),
  });
  const at = (name: string): string => join(made.path, "class", name);
  execFileSync("mkfifo", [at("bob/work.zip")]);
  const server = createServer().listen(at("carol/work.zip"));
  await once(server, "listening");
  await symlink(join(made.path, "else.zip"), at("dave/work.zip"));
  await symlink("/dev/zero", at("erin/work.zip"));
  try {
    await using intake = await readIntake(join(made.path, "class"), { assignment: "w2" });
    expect(intake.attempts.map(({ shownPath }) => shownPath)).toEqual(["alice.ts", "frank/two\nlines.zip"]);
    const noFile = "It is neither a file nor a folder.";
    const link = "It is a symbolic link, and links are not followed; put the file itself here.";
    expect(intake.unmatched.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      `bob/work.zip: ${noFile}`,
      `carol/work.zip: ${noFile}`,
      `dave/work.zip: ${link}`,
      `erin/work.zip: ${link}`,
    ]);
  } finally {
    server.close();
  }
});

test("readIntake() lists files and folders that cannot be read", async () => {
  await using made = await temporaryClass({
    "class/alice.ts": code,
    "class/bob.ts": code,
    "class/carol/submission.ts": code,
    "class/dave/submission.ts": code,
    "class/dave/locked/part.ts": code,
  });
  await chmod(made.path, 0o755);
  for (const name of ["bob.ts", "carol", "dave/locked"]) await chmod(join(made.path, "class", name), 0);
  const asRoot = process.getuid?.() === 0;
  // The superuser may read everything.
  if (asRoot) process.seteuid?.(65534);
  try {
    const { attempts, unmatched } = await readIntake(join(made.path, "class"), { assignment: "w2" });
    expect(attempts.map(({ shownPath }) => shownPath)).toEqual(["alice.ts", "dave"]);
    expect(unmatched.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      "bob.ts: It cannot be read (EACCES).",
      "carol: It cannot be read (EACCES).",
      "dave/locked: It cannot be read (EACCES).",
    ]);
    await expect(readIntake(join(made.path, "class/carol"), { assignment: "w2" })).rejects.toThrow(
      /^Cannot read ".*carol": EACCES$/,
    );
  } finally {
    if (asRoot) process.seteuid?.(0);
    for (const name of ["carol", "dave/locked"]) await chmod(join(made.path, "class", name), 0o700);
  }
});

test("readIntake() says what it looked for if there is nothing to grade", async () => {
  const failure = (
    files: Record<string, string | Uint8Array>,
    options: Parameters<typeof read>[1] = {},
  ): Promise<string> =>
    read(files, options).then(
      () => "read",
      (error: Error) => error.message,
    );
  expect(await failure({ "class/.DS_Store": "" })).toMatchInlineSnapshot(
    `"IntakeError: Cannot find a submission in "…/class": looked for .ts files, folders with submission.ts or one .ts file, .zip and .tar.gz archives of these, and downloads of Canvas, Moodle and Gradescope; it is empty"`,
  );
  expect(await failure({ "class/notes.pdf": "", "class/README.md": "" })).toMatchInlineSnapshot(
    `"IntakeError: Cannot find a submission in "…/class": looked for .ts files, folders with submission.ts or one .ts file, .zip and .tar.gz archives of these, and downloads of Canvas, Moodle and Gradescope; found, for example, "README.md": It is not a .ts file, a folder with one, or an archive of either."`,
  );
  expect(await failure({ "all.zip": zipOf({}) }, { path: "all.zip" })).toMatchInlineSnapshot(
    `"IntakeError: Cannot find a submission in "…/all.zip": looked for .ts files, folders with submission.ts or one .ts file, .zip and .tar.gz archives of these, and downloads of Canvas, Moodle and Gradescope; it is empty"`,
  );
  expect(await failure({ "all.zip": "" }, { path: "all.zip" })).toBe(
    'IntakeError: Cannot unpack "…/all.zip": it is empty',
  );
  expect(await failure({ "all.zip": zipOf({ "a.ts": code }).subarray(0, 40) }, { path: "all.zip" })).toBe(
    'IntakeError: Cannot unpack "…/all.zip": it is damaged or incomplete; download or pack it again',
  );
  expect(await failure({}, { path: "nowhere" })).toBe('IntakeError: Cannot read "…/nowhere": no such file or folder');
  expect(await failure({ "class/x.ts": code }, { roster: "id,name\nalice,Alice\n" })).toMatchInlineSnapshot(
    `"IntakeError: None of the 1 submissions belongs to a student of roster "…/roster.csv"; for example, "x.ts": No student on the roster is called "x"."`,
  );
});

test("readIntake() numbers attempts by their own numbers, otherwise by time, otherwise by name", async () => {
  await using made = await temporaryClass({
    "class/alice/2/submission.ts": code,
    "class/alice/10/submission.ts": code,
    "class/alice/1/submission.ts": code,
    "class/bob/2026-03-01T18-30-00/a.ts": code,
    "class/bob/2026-02-01 08:00:00 UTC/b.ts": code,
    "class/carol-attempt-1.ts": code,
    "class/carol-attempt-2.ts": code,
    "class/team-1.ts": code,
    "class/team-2.ts": code,
    "class/dave.ts": code,
    "class/dave/submission.ts": code,
  });
  const old = new Date("2026-01-01T00:00:00Z");
  await utimes(join(made.path, "class/dave/submission.ts"), old, old);
  const { attempts } = await readIntake(join(made.path, "class"), { assignment: "w2" });
  expect(attempts.map(({ student, attempt, shownPath }) => `${student} ${attempt} ${shownPath}`)).toEqual([
    "alice 1 alice/1",
    "alice 2 alice/2",
    "alice 3 alice/10",
    "bob 1 bob/2026-02-01 08:00:00 UTC/b.ts",
    "bob 2 bob/2026-03-01T18-30-00/a.ts",
    "carol 1 carol-attempt-1.ts",
    "carol 2 carol-attempt-2.ts",
    "dave 1 dave",
    "dave 2 dave.ts",
    "team-1 1 team-1.ts",
    "team-2 1 team-2.ts",
  ]);
  expect(attempts.find(({ shownPath }) => shownPath === "dave")?.submittedAt).toEqual(old);
});

test("readIntake() reads a number at the end as an attempt only if the roster has the rest", async () => {
  const { attempts, unmatched, missing } = await read(
    {
      "class/alice-1.ts": code,
      "class/alice (2).ts": code,
      "class/team-1.ts": code,
      "class/zoe-1.ts": code,
      "class/alice_3.ts": code,
    },
    { roster: "id\nalice\nteam-1\nbob\n" },
  );
  expect(attempts).toEqual(["alice 1 alice-1.ts", "alice 2 alice (2).ts", "alice 3 alice_3.ts", "team-1 1 team-1.ts"]);
  expect(unmatched).toEqual(['zoe-1.ts: No student on the roster is called "zoe-1".']);
  expect(missing).toEqual(["bob"]);
});

test("readIntake() reads only some students, and rejects an unknown one", async () => {
  const files = { "class/alice.ts": code, "class/bob.ts": code };
  const roster = "id,name,email\nalice,Alice Poe,a@x.org\nbob,Bob Roe,b@x.org\ncarol,Carol Doe,c@x.org\n";
  const { attempts, missing } = await read(files, { roster, students: ["ALICE", "c@x.org"] });
  expect(attempts).toEqual(["alice 1 alice.ts"]);
  expect(missing).toEqual(["carol"]);
  await expect(read(files, { students: ["dave"] })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: IntakeError: Cannot choose student "dave": none of the 2 students who handed in or are on the roster has this id, e-mail or name]`,
  );
});

test("readIntake() takes a single file, and a folder with submission.ts, for a class of one", async () => {
  expect((await read({ "alice.ts": code }, { path: "alice.ts" })).attempts).toEqual(["alice 1 alice.ts"]);
  expect((await read({ "class/submission.ts": code, "class/notes.md": "" })).attempts).toEqual([
    "class 1 submission.ts",
  ]);
  expect(
    (await read({ "class/wrap/alice.ts": code, "class/wrap/bob.ts": code, "class/README.md": "" })).attempts,
  ).toEqual(["alice 1 wrap/alice.ts", "bob 1 wrap/bob.ts"]);
});

test("readIntake() never returns a path outside the unpacked folder, whatever the archive's entries are called", async () => {
  const segment = fc.oneof(
    fc.constantFrom("..", ".", "", "submission.ts", "alice", "a.ts", "C:", "\\", "~", "a_1_2_submission.ts"),
    fc.string({ maxLength: 6, unit: "binary" }),
  );
  const name = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join("/"));
  const named = fc.tuple(name, fc.constantFrom("", ".ts", "/submission.ts", ".zip")).map((parts) => parts.join(""));
  const entries = fc.array(fc.record({ name: named, mode: fc.constantFrom(0o100644, 0o120777) }), { maxLength: 8 });
  await using made = await temporaryClass({ "tmp/.keep": "" });
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = join(made.path, "tmp");
  try {
    await fc.assert(
      fc.asyncProperty(entries, fc.boolean(), async (listed, asZip) => {
        const inner = zip([
          { name: "../../escaped.ts", data: code },
          { name: "ok.ts", data: code },
        ]);
        const all = listed.map((entry) => ({ ...entry, data: entry.name.endsWith(".zip") ? inner : code }));
        const tarred = all.map(({ name, data, mode }) =>
          mode === 0o120777 ? { name, type: "symlink" as const, linkname: "/etc/passwd" } : { name, data },
        );
        await made.write({ "all.archive.zip": asZip ? zip(all) : await tar(tarred.filter(({ name }) => name !== "")) });
        const intake = await readIntake(join(made.path, "all.archive.zip"), { assignment: "w2" }).catch(
          (error: Error) => error,
        );
        if (intake instanceof Error) expect(intake.name).toBe("IntakeError");
        else {
          for (const { path } of intake.attempts) {
            expect(resolve(path).startsWith(join(made.path, "tmp") + sep)).toBe(true);
          }
          await intake[Symbol.asyncDispose]();
        }
        expect((await readdir(made.path)).sort()).toEqual(["all.archive.zip", "tmp"]);
        expect(await readdir(join(made.path, "tmp"))).toEqual([".keep"]);
      }),
      { numRuns: 40 },
    );
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});
