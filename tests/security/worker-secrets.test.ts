import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Case } from "../../assignments/catalog/case.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { Compiler } from "../../sandbox/bundle/compiler.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { loadGuestImage } from "../../sandbox/image/guest-image.ts";
import { loadWorkerScript } from "../../sandbox/image/worker-script.ts";
import { chooseLauncher } from "../../sandbox/os/choose-launcher.ts";
import { type Launcher, plainLauncher } from "../../sandbox/os/launchers.ts";
import { spawnRestricted } from "../../sandbox/os/spawn-worker.ts";
import { isolatedVmFile } from "../../sandbox/os/worker-files.ts";
import { Sandbox } from "../../sandbox/pool/sandbox.ts";
import { testLimits } from "../sandbox/run-source.ts";

const cacheDirectory = userDirectory("cache", process.env);
const root = fileURLToPath(new URL("../../", import.meta.url));
const secret = "a secret that must stay where it is";

let folder: string;
const saved = { ...process.env };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-secrets-"));
  process.env["GRADECHECK_SECRET"] = secret;
});
afterAll(async () => {
  Object.assign(process.env, saved); // In place: native libraries read the real environment, not a copy.
  await rm(folder, { recursive: true });
});

/** Processes that this one has started, and theirs. */
async function descendants(of = process.pid): Promise<number[]> {
  const children = (await readFile(`/proc/${of}/task/${of}/children`, "latin1").catch(() => "")).trim();
  const own = children === "" ? [] : children.split(/\s+/).map(Number);
  return [...own, ...(await Promise.all(own.map((pid) => descendants(pid)))).flat()];
}

/** What a process was given: environment, arguments, and files that it has open or mapped. */
async function givenTo(pid: number): Promise<{ environment: string; command: string; files: string[] }> {
  const [environment, command, maps, open] = await Promise.all([
    readFile(`/proc/${pid}/environ`, "latin1"),
    readFile(`/proc/${pid}/cmdline`, "latin1"),
    readFile(`/proc/${pid}/maps`, "latin1"),
    readdir(`/proc/${pid}/fd`),
  ]);
  const opened = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  return { environment, command: command.replaceAll("\0", " "), files: [...opened, ...maps.split(/[ \n]/)] };
}

describe.skipIf(process.platform !== "linux")("a live worker and the compiler", () => {
  it("have nothing of ours in their environment, and neither secret nor reference nor cases among what they were given", async () => {
    const image = await loadGuestImage({ cacheDirectory });
    const cases: Case[] = [{ id: "visible-1", exercise: "f", visibility: "visible", title: "", args: [] }];
    const before = new Set(await descendants());
    const script = await loadWorkerScript({ cacheDirectory });
    await using sandbox = await Sandbox.open({ script, limits: testLimits, workers: 1 });
    sandbox.setUp({ image, cases, exercises: {}, limits: testLimits });
    await using compiler = new Compiler();
    const file = join(folder, "submission.ts");
    await writeFile(file, "export const f = () => 1;");
    const bundle = await compiler.bundle(await readSubmission(file), {
      assignment: "w2-optimization",
      sourceBytes: 1000,
    });
    expect(await sandbox.run(bundle)).toMatchObject({ loaded: true });

    const started = (await descendants()).filter((pid) => !before.has(pid));
    const given = await Promise.all(started.map(givenTo));
    // Beside the worker there may be the processes that keep it in its namespaces.
    const nodes = given.filter(({ command }) => command.startsWith(process.execPath));
    expect(nodes.filter(({ command }) => command.includes("--isolated-vm=")).length).toBe(1);
    expect(given.filter(({ command }) => command.includes("compiler-main")).length).toBe(1);
    for (const { environment, command, files } of given) {
      // How much garbage esbuild lets lie, and, from bubblewrap, the empty working directory.
      expect(environment).toMatch(/^(GOGC=\d+\0)?(PWD=[^\0]*\/gradecheck-\w+\0)?$/);
      expect(command).not.toContain(secret);
      // Of the checkout only packages are open or mapped; the rest are pipes, devices and libraries of the system.
      const own = files.filter((path) => path.startsWith(root) && !path.startsWith(join(root, "node_modules")));
      expect(own).toEqual([]);
      expect(files.filter((path) => path.startsWith(cacheDirectory))).toEqual([]);
      expect(command).not.toMatch(/\/(reference|reports|graders)\//);
    }
  });
});

/** Not allowed, or not there. */
const refusal = /^(ERR_ACCESS_DENIED|ERR_UNKNOWN_BUILTIN_MODULE|(ERR_)?MODULE_NOT_FOUND)$/;

/** What a process that a submission has taken over might try, as expressions. */
function temptations(places: readonly string[], port: number): string[] {
  const own = (path: string): string => JSON.stringify(join(root, path));
  const when = (emitter: string, event: string): string =>
    `new Promise((done, failed) => { ${emitter}.on("error", failed).on("${event}", done); })`;
  return [
    ...places.flatMap((path) => [`fs.readFileSync(${JSON.stringify(path)})`, `fs.statSync(${JSON.stringify(path)})`]),
    'fs.readdirSync("/")',
    'fs.writeFileSync("left-behind", "")',
    `fs.symlinkSync(${JSON.stringify(root)}, "way-out")`,
    `require(${own("reference/w2-optimization/solution.ts")})`,
    `import(${own("reference/w2-optimization/solution.ts")})`,
    `new (require("node:sqlite").DatabaseSync)(${JSON.stringify(join(folder, "left-behind"))})`,
    'require("node:child_process").spawnSync("true")',
    'process.execve("/bin/true", [])',
    'new (require("node:worker_threads").Worker)("", { eval: true })',
    'new (require("node:wasi").WASI)({ version: "preview1" })',
    'require("node:inspector").open(0)',
    'require("node:dns/promises").lookup("localhost")',
    when(`require("node:net").connect(${port}, "127.0.0.1")`, "connect"),
    when('require("node:net").createServer().listen(0)', "listening"),
    when('require("node:dgram").createSocket("udp4").bind(0)', "listening"),
    'process.binding("fs")',
    'process.chdir("/")',
    'require("node:v8").writeHeapSnapshot()',
  ];
}

describe.each(["Node's permission model", "the operating system too"])(
  "a process under the restrictions of %s",
  (which) => {
    it("is refused references, cases, caches, environments, network, processes, threads and writing", async () => {
      const launcher = which === "the operating system too" ? (await chooseLauncher()).launcher : plainLauncher;
      const files = (await listAssignments()).flatMap((id) => [
        ...[`${id}.ts`, `${id}.misconceptions.ts`].map((name) => join(root, "reference", name)),
        ...["cases.ts", "assignment.json", "examples"].map((name) => join(root, "assignments", id, name)),
      ]);
      files.push(join(root, "sandbox/worker/main.ts"));
      const places = [...files, cacheDirectory, userDirectory("config", saved), "/proc/self/environ", folder];
      const connected: unknown[] = [];
      const server = createServer((socket) => connected.push(socket)).listen(0, "127.0.0.1");
      await new Promise((resolve) => server.on("listening", resolve));
      const { port } = server.address() as AddressInfo;
      const answers = await tryAll(temptations(places, port), launcher);
      server.close();
      expect(answers.filter(([, answer]) => !refusal.test(answer))).toEqual([]);
      expect(answers.length).toBeGreaterThan(2 * files.length);
      expect(connected).toEqual([]);
      expect(await readdir(folder)).not.toContain("left-behind");
    });

    it("has no environment, and may do nothing but load its addon", async () => {
      const launcher = which === "the operating system too" ? (await chooseLauncher()).launcher : plainLauncher;
      const scopes = ["fs.read", "fs.write", "child", "net", "worker", "wasi", "inspector", "ffi"];
      const asked = scopes.map((scope) => `process.permission.has("${scope}")`);
      const answers = await tryAll([...asked, "Object.keys(process.env).some((name) => name !== 'PWD')"], launcher);
      expect(answers.filter(([, answer]) => answer !== "false")).toEqual([]);
      // The trial can fail: what is allowed is seen as allowed.
      const allowed = ['process.permission.has("addon")', `fs.existsSync(${JSON.stringify(isolatedVmFile())})`];
      expect((await tryAll(allowed, launcher)).map(([, answer]) => answer)).toEqual(["true", "true"]);
    });
  },
);

/** Evaluates expressions one by one in such a process. @returns Each with its value as text, or the code of its error. */
async function tryAll(expressions: readonly string[], launcher: Launcher): Promise<[string, string][]> {
  const probe = `
    const fs = require("node:fs");
    const AsyncFunction = (async () => undefined).constructor;
    (async () => {
      const answers = [];
      for (const expression of ${JSON.stringify(expressions)}) {
        const answer = new AsyncFunction("require", "fs", "return " + expression)(require, fs);
        answers.push([expression, await answer.then(String, (error) => String(error.code ?? error))]);
      }
      fs.writeSync(1, JSON.stringify(answers));
      process.exit(0);
    })();`;
  const child = spawnRestricted(["-e", probe], { directory: folder, memoryLimitBytes: 2 ** 30 }, launcher);
  let [output, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  await new Promise((resolve) => child.on("close", resolve));
  if (output === "") throw new Error(`The probe did not answer: ${errors}`);
  return JSON.parse(output) as [string, string][];
}
