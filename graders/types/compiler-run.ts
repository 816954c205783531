import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { killGroup } from "../../assignments/storage/processes.ts";
import { computedTime, residentMemory } from "../../sandbox/os/process-tree.ts";
import type { CompilerFiles } from "./find-compiler.ts";
import { JsonRpc } from "./json-rpc.ts";

/** What TypeScript says of a place. Offsets are in UTF-16 units of the file's text. */
export type Diagnostic = {
  readonly fileName?: string;
  readonly pos: number;
  readonly end: number;
  readonly code: number;
  /** 1 for an error. */
  readonly category: number;
  readonly text: string;
  /** What it follows from, each with what that follows from. */
  readonly messageChain?: readonly Diagnostic[];
};

/** Files that are checked together, and the names of those that are in it. */
export type Project = { readonly files: ReadonlySet<string>; readonly id: string; readonly snapshot: number };

/** Files whose text is another one, that are new, and that are there no more. */
export type FileChanges = Readonly<Record<"changed" | "created" | "deleted", readonly string[]>>;

/** The compiler did not come to an end with what it was asked: it took too long or too much memory, or died. */
class CompilerEnded extends Error {
  override readonly name = "CompilerEnded";
}

/** Resident memory that the compiler may take, bytes. */
const memoryBytes = 2 ** 30;
/** How much longer than it may compute the compiler may take on a machine that is busy with others. */
const patience = 8;
const watchMs = 50;

/**
 * Only what stands here is in its environment: the course secret may be in ours. Garbage is looked for where there is four times what it
 * holds, not twice, which is a fifth of its work for one submission; and often, rather than go beyond the limit.
 */
const environment = { GOGC: "400", GOMEMLIMIT: "768MiB" };

/** How many compilers this process has started, for tests. */
export const compilerRuns = { started: 0 };

/** One process of the compiler. It reads the files that it is allowed to read, and writes none. */
export class CompilerRun implements AsyncDisposable {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #rpc: JsonRpc;
  readonly #ended: Promise<void>;
  readonly #onExit = (): void => killGroup(this.#child);
  /** What was read last, which it keeps until it is told to let it go. */
  #snapshot: number | undefined;

  /**
   * @param directory Where it runs.
   * @param mayRead Whether a file is any of its business. A file that is not does not exist for it.
   */
  constructor({ executable }: CompilerFiles, directory: string, mayRead: (path: string) => boolean) {
    compilerRuns.started++;
    const args = ["--api", "--async", "--cwd", directory, "--callbacks=readFile"];
    const child = spawn(executable, args, { stdio: ["pipe", "pipe", "ignore"], detached: true, env: environment });
    this.#child = child;
    process.prependOnceListener("exit", this.#onExit);
    child.stdin.on("error", () => undefined);
    // null has it read the file itself.
    const answer = (_: string, path: unknown): unknown => (mayRead(String(path)) ? null : { content: null });
    this.#rpc = new JsonRpc(child.stdin, child.stdout, answer);
    this.#ended = new Promise<void>((resolve) => {
      for (const event of ["error", "close"]) child.on(event, () => resolve());
    }).then(() => this.#rpc.close(new CompilerEnded("the compiler has ended")));
  }

  /**
   * Reads projects, with everything that they import.
   * @param configs Their `tsconfig.json` files.
   * @param computeMs What it may compute, milliseconds.
   * @throws {CompilerEnded}
   */
  async open(configs: readonly string[], computeMs: number): Promise<readonly Project[]> {
    const read = async (): Promise<readonly Project[]> => {
      await this.#rpc.request("initialize", null);
      return this.#update(configs, { openProjects: configs });
    };
    return this.#limited(computeMs, read());
  }

  /**
   * Reads what has changed of projects that were opened. What was said of them before holds no more.
   * @throws {CompilerEnded}
   */
  async reread(configs: readonly string[], fileChanges: FileChanges, computeMs: number): Promise<readonly Project[]> {
    return this.#limited(computeMs, this.#update(configs, { fileChanges }));
  }

  async #update(configs: readonly string[], what: object): Promise<readonly Project[]> {
    const before = this.#snapshot;
    const { snapshot, projects } = (await this.#rpc.request("updateSnapshot", what)) as {
      readonly snapshot: number;
      readonly projects: readonly { readonly id: string; readonly configFileName: string }[];
    };
    this.#snapshot = snapshot;
    if (before !== undefined) await this.#rpc.request("release", { snapshot: before });
    const byConfig = new Map(projects.map(({ id, configFileName }) => [configFileName, id]));
    const opened: Project[] = [];
    for (const config of configs) {
      const id = byConfig.get(config);
      if (id === undefined) throw new CompilerEnded("the compiler has not opened a project");
      const names = (await this.#rpc.request("getSourceFileNames", { snapshot, project: id })) as string[] | null;
      opened.push({ files: new Set(names), id, snapshot });
    }
    return opened;
  }

  /**
   * What is wrong with files of a project, in their order: where one is not even TypeScript, only why.
   * @throws {CompilerEnded}
   */
  async diagnose({ id, snapshot }: Project, files: readonly string[], computeMs: number): Promise<Diagnostic[]> {
    const ask = (kind: string, file: string): Promise<Diagnostic[]> =>
      this.#rpc
        .request(`get${kind}Diagnostics`, { snapshot, project: id, file })
        .then((found) => ((found ?? []) as Diagnostic[]).filter(({ category }) => category === 1));
    const look = async (): Promise<Diagnostic[]> => {
      const all: Diagnostic[] = [];
      for (const file of files) {
        const broken = await ask("Syntactic", file);
        all.push(...(broken.length > 0 ? broken : await ask("Semantic", file)));
      }
      return all;
    };
    return this.#limited(computeMs, look());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    killGroup(this.#child);
    await this.#ended;
    process.off("exit", this.#onExit);
  }

  /** Ends the process where it computes for longer, or holds more memory, than it may. */
  async #limited<T>(computeMs: number, work: Promise<T>): Promise<T> {
    const { pid } = this.#child;
    const before = computedTime(pid);
    const start = performance.now();
    const watch = setInterval(async () => {
      const waitedMs = performance.now() - start;
      const computedMs = before === undefined ? waitedMs : (computedTime(pid) ?? 0) - before;
      const held = pid === undefined ? undefined : await residentMemory(pid);
      if (computedMs > computeMs || waitedMs > patience * computeMs || (held ?? 0) > memoryBytes) {
        killGroup(this.#child);
      }
    }, watchMs);
    try {
      return await work;
    } finally {
      clearInterval(watch);
    }
  }
}
