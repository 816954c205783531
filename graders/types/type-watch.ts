import type { TypeErrors } from "../../reports/report/report.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { CompilerRun, type FileChanges, type Project } from "./compiler-run.ts";
import { describeErrors } from "./describe-errors.ts";
import { type CompilerFiles, findCompiler } from "./find-compiler.ts";
import { diagnose, openMs, sourceOf, type TypeErrorsOptions, unfinished } from "./type-errors.ts";
import { type PlacedSubmission, type TypedAssignment, TypeRoom } from "./type-room.ts";

/** A submission in its room, and the compiler that has read it. */
type Open = { readonly run: CompilerRun; readonly config: string; placed: PlacedSubmission };

/**
 * Looks for type errors in one submission again and again: the compiler stays, and reads only what has changed. It looks at one text
 * after the other.
 */
export class TypeWatch implements AsyncDisposable {
  readonly #assignment: TypedAssignment;
  readonly #options: TypeErrorsOptions;
  #room: Promise<TypeRoom> | undefined;
  #open: Open | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(assignment: TypedAssignment, options: TypeErrorsOptions) {
    this.#assignment = assignment;
    this.#options = options;
  }

  /**
   * What TypeScript finds in the submission as it is now.
   * @param signal Nobody wants to know any more: it may be passed over.
   * @returns undefined where there is nothing to look at, or nobody to tell.
   */
  look(files: SubmissionFiles, signal?: AbortSignal): Promise<TypeErrors | undefined> {
    const looking = this.#last.then(() => (signal?.aborted ? undefined : this.#look(files)));
    this.#last = looking.catch(() => undefined);
    return looking;
  }

  async #look(files: SubmissionFiles): Promise<TypeErrors | undefined> {
    const { sourceBytes, compiler = findCompiler() ?? null } = this.#options;
    if (compiler === null) return { errors: [], unchecked: "no-compiler" };
    const texts = sourceOf(files, sourceBytes);
    if (texts === undefined) return undefined;
    this.#room ??= TypeRoom.open(this.#assignment, compiler.libraries);
    const room = await this.#room;
    const found = await this.#read(room, compiler, texts);
    const diagnostics = found && (await diagnose(found.run, found.project, found.placed));
    if (found !== undefined && diagnostics !== undefined) {
      return describeErrors(found.placed, diagnostics, room, this.#assignment);
    }
    // The next text gets another compiler.
    await this.#close();
    return unfinished;
  }

  /** @returns undefined where the compiler did not come to an end with it. */
  async #read(
    room: TypeRoom,
    compiler: CompilerFiles,
    texts: ReadonlyMap<string, string>,
  ): Promise<(Open & { readonly project: Project }) | undefined> {
    const open = this.#open;
    const isSame = open !== undefined && [...open.placed.texts.keys()][0] === [...texts.keys()][0];
    const projects = isSame ? this.#reread(room, open, texts) : this.#begin(room, compiler, texts);
    const [project] = (await projects.catch(() => undefined)) ?? [];
    return project && this.#open && { ...this.#open, project };
  }

  async #begin(
    room: TypeRoom,
    compiler: CompilerFiles,
    texts: ReadonlyMap<string, string>,
  ): Promise<readonly Project[]> {
    await this.#close();
    const placed = await room.place(texts);
    const config = await room.configure([placed]);
    if (this.#isClosed) throw new Error("Cannot look for type errors: nobody asks any more");
    const run = new CompilerRun(compiler, room.path, room.mayRead);
    this.#open = { run, config, placed };
    return run.open([config], openMs);
  }

  async #reread(room: TypeRoom, open: Open, texts: ReadonlyMap<string, string>): Promise<readonly Project[]> {
    const { placed, changes }: { placed: PlacedSubmission; changes: FileChanges } = await room.replace(
      open.placed,
      texts,
    );
    open.placed = placed;
    return open.run.reread([open.config], changes, openMs);
  }

  async #close(): Promise<void> {
    await this.#open?.run[Symbol.asyncDispose]();
    this.#open = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    await this.#close();
    // It ends with the compiler.
    await this.#last;
    await (await this.#room)?.[Symbol.asyncDispose]();
  }
}
