import { UsageError } from "../output.ts";

/** Options of `batch` that only mean something where programs are graded. */
type ProgramOptions = {
  readonly exercise?: unknown;
  readonly types?: boolean | undefined;
  readonly similarity?: boolean | undefined;
  readonly counterexamples?: boolean | undefined;
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  readonly isolation?: unknown;
};

/** What changes nothing where no code is run and nothing is drawn. */
type WithoutEffect = "seed" | "workers" | "isolation" | "counterexamples";

/**
 * The options of a batch that is of a quiz, without those that only say how programs are graded: for a quiz they change nothing.
 * @returns `ignored`: what to say of them, null for nothing.
 * @throws {UsageError} where something is asked for that a quiz has not.
 */
export function quizOptions<Options extends ProgramOptions>(
  id: string,
  options: Options,
): { readonly options: Omit<Options, WithoutEffect>; readonly ignored: string | null } {
  const { seed, workers, isolation, counterexamples, ...others } = options;
  const wanted = [
    ...(options.exercise === undefined ? [] : ["--exercise"]),
    ...(options.types ? ["--types"] : []),
    ...(options.similarity ? ["--similarity"] : []),
    ...(counterexamples ? ["--counterexamples"] : []),
  ];
  if (wanted.length > 0) {
    throw new UsageError(
      `Cannot use ${wanted.join(", ")} with "${id}": it is a quiz, which is graded as a whole and has no code`,
    );
  }
  const ignored = [
    ...(seed === undefined ? [] : ["--seed"]),
    ...(workers === undefined ? [] : ["--workers"]),
    ...(isolation === undefined ? [] : ["--isolation"]),
    ...(counterexamples === undefined ? [] : ["--no-counterexamples"]),
  ];
  const verb = ignored.length === 1 ? "has" : "have";
  const told = `${ignored.join(", ")} ${verb} no effect on a quiz: nothing is drawn, and no code is run`;
  return { options: others, ignored: ignored.length === 0 ? null : told };
}
