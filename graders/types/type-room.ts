import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { packagesFolder, sourceFile } from "../../sandbox/source-file.ts";
import type { FileChanges } from "./compiler-run.ts";
import { checkFile, contractCheck, fitting, fittingFile, hasContractType } from "./contract-check.ts";

/** What submissions are held against. @property directory The assignment's folder. */
export type TypedAssignment = {
  readonly id: string;
  readonly directory: string;
  /** Ids of its exercises: the functions. */
  readonly exercises: readonly string[];
};

/** A submission in the room. */
export type PlacedSubmission = {
  /** Its folder there. Nobody can guess its name, so that no other submission can import from it. */
  readonly folder: string;
  /** Of its files, by path, the first file first. */
  readonly texts: ReadonlyMap<string, string>;
  /** What holds its functions against the contract, where that says of which types they are. */
  readonly check: string | undefined;
  /** Whether it is checked in a project of its own. */
  readonly isApart: boolean;
};

const slashed = (path: string): string => path.replaceAll("\\", "/");

/** As students have them in their kits, but for imports, of which more spellings are bundled. */
const compilerOptions = {
  target: "esnext",
  lib: ["esnext", "dom"],
  module: "esnext",
  moduleResolution: "bundler",
  // Two submissions are two modules, whatever is in them.
  moduleDetection: "force",
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  allowJs: true,
  checkJs: false,
  types: [],
};

/**
 * What could change the types of others that are checked along with it: declarations that are global or about other modules, and
 * comments that bring in more of the language's own types. It may be less than that; then only time is lost.
 */
const reachesOut = /\b(?:declare|module|global)\b|\bas\s+namespace\b|\\u|\/\/\/\s*</;

const isApart = (texts: ReadonlyMap<string, string>): boolean =>
  [...texts].some(([path, text]) => !path.endsWith(".ts") || path.endsWith(".d.ts") || reachesOut.test(text));

/** A folder with submissions and nothing else, in which the compiler looks at them. */
export class TypeRoom implements AsyncDisposable {
  readonly #folder = openTemporaryFolder("types");
  readonly #assignment: TypedAssignment;
  readonly #root: string;
  readonly #packages = slashed(realpathSync(packagesFolder()));
  readonly #libraries: string;
  /** What submissions are given besides packages: our own files, and no more of them than these. */
  readonly #provided: ReadonlySet<string>;
  readonly #paths: Readonly<Record<string, readonly string[]>>;
  readonly #contract: string;
  /** Whether the contract says of which types the functions are. */
  readonly #hasTypes: boolean;

  /** @param libraries Folder with the types of the language itself. */
  private constructor(assignment: TypedAssignment, libraries: string) {
    this.#assignment = assignment;
    this.#root = slashed(realpathSync(this.#folder.path));
    this.#libraries = slashed(realpathSync(libraries));
    const own = slashed(
      realpathSync(typesOf(sourceFile("assignments/gradecheck", new URL("../../", import.meta.url)))),
    );
    this.#contract = slashed(join(realpathSync(assignment.directory), "contract.ts"));
    this.#hasTypes = existsSync(this.#contract) && hasContractType(readFileSync(this.#contract, "utf8"));
    this.#provided = new Set([own, this.#contract].flatMap((file) => [...withImports(file)]));
    this.#paths = {
      "@tensorflow/tfjs-node": [`${this.#packages}/@tensorflow/tfjs`],
      "@tensorflow/*": [`${this.#packages}/@tensorflow/*`],
      gradecheck: [own],
      [`gradecheck/${assignment.id}`]: [this.#contract],
    };
  }

  static async open(assignment: TypedAssignment, libraries: string): Promise<TypeRoom> {
    const room = new TypeRoom(assignment, libraries);
    await writeFile(join(room.#root, `${fittingFile}.ts`), fitting);
    return room;
  }

  /** Absolute, with forward slashes, as the compiler names it. */
  get path(): string {
    return this.#root;
  }

  /** Whether the compiler may read a file: the room's own, those of the packages that submissions are given, the language's. */
  mayRead = (path: string): boolean => {
    const asked = posix.normalize(slashed(path));
    const folders = [this.#root, `${this.#packages}/@tensorflow`, `${this.#packages}/@webgpu`, this.#libraries];
    return this.#provided.has(asked) || folders.some((folder) => asked.startsWith(`${folder}/`));
  };

  /** Puts the files of a submission into the room. @param texts By path, the first file first. */
  async place(texts: ReadonlyMap<string, string>): Promise<PlacedSubmission> {
    const folder = `${this.#root}/${randomBytes(12).toString("hex")}`;
    for (const [path, text] of texts) await write(join(folder, path), text);
    const [entry = ""] = texts.keys();
    const { id, exercises } = this.#assignment;
    const check = this.#hasTypes ? contractCheck(id, entry, exercises) : undefined;
    if (check !== undefined) await write(join(folder, checkFile), check);
    return { folder, texts, check, isApart: isApart(texts) };
  }

  /** Puts other files in the place of a submission's, the first of the same name. @returns Which those are that are not as before. */
  async replace(
    { folder, texts: before, check }: PlacedSubmission,
    texts: ReadonlyMap<string, string>,
  ): Promise<{ readonly placed: PlacedSubmission; readonly changes: FileChanges }> {
    const inRoom = (paths: readonly string[]): string[] => paths.map((path) => `${folder}/${path}`);
    const others = [...texts.keys()].filter((path) => before.get(path) !== texts.get(path));
    const gone = [...before.keys()].filter((path) => !texts.has(path));
    for (const path of others) await write(join(folder, path), texts.get(path) ?? "");
    for (const path of gone) await rm(join(folder, path));
    const changes = {
      changed: inRoom(others.filter((path) => before.has(path))),
      created: inRoom(others.filter((path) => !before.has(path))),
      deleted: inRoom(gone),
    };
    return { placed: { folder, texts, check, isApart: isApart(texts) }, changes };
  }

  /** Writes the `tsconfig.json` of submissions that are checked in one project. @returns Its path. */
  async configure(submissions: readonly PlacedSubmission[]): Promise<string> {
    const config = `${this.#root}/tsconfig.${randomBytes(12).toString("hex")}.json`;
    const files = submissions.flatMap(({ folder, texts, check }) => {
      const [entry = ""] = texts.keys();
      return [`${folder}/${entry}`, ...(check === undefined ? [] : [`${folder}/${checkFile}`])];
    });
    await writeFile(config, JSON.stringify({ compilerOptions: { ...compilerOptions, paths: this.#paths }, files }));
    return config;
  }

  /** A message in which no file is named as it is called on this machine. */
  withoutPaths(message: string, { folder }: PlacedSubmission): string {
    const withoutEnd = (path: string): string => path.replace(/(\.d)?\.ts$/, "");
    let text = message.replaceAll(`${folder}/`, "");
    for (const file of this.#provided) {
      const name = file === this.#contract ? `gradecheck/${this.#assignment.id}` : "gradecheck";
      text = text.replaceAll(file, name).replaceAll(withoutEnd(file), name);
    }
    const [before, ...packages] = text.split(`${this.#packages}/`);
    return [before, ...packages.map((rest) => rest.replace(/^(@[\w.-]+\/[\w.-]+)[\w./-]*/, "$1"))]
      .join("")
      .replaceAll(`${this.#root}/`, "");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]();
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The source of a module of ours, or in the package the declarations beside what was compiled. */
const typesOf = (file: string): string => {
  const name = file.replace(/\.[jt]s$/, "");
  return existsSync(`${name}.ts`) ? `${name}.ts` : `${name}.d.ts`;
};

/** A file of ours and those that it imports, one way or another. */
function withImports(first: string): ReadonlySet<string> {
  const all = new Set<string>();
  const waiting = [first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (all.has(file) || !existsSync(file)) continue;
    all.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.\.?\/[^"]+)"/g)) {
      waiting.push(typesOf(posix.join(posix.dirname(file), name)));
    }
  }
  return all;
}
