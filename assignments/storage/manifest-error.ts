import { basename } from "node:path";

/** One thing that is wrong with a manifest. */
export type ManifestProblem = {
  /** `exercises[0].points`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there; undefined where nothing does. */
  readonly value: unknown;
  /** What it breaks: `must be > 0`. */
  readonly rule: string;
};

/** An `assignment.json`, or a file of a quiz, that cannot be used. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
  readonly assignment: string;
  readonly file: string;
  readonly problems: readonly ManifestProblem[];

  constructor(file: string, assignment: string, problems: readonly ManifestProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => describe(problem, basename(file)));
    const head = `Cannot load assignment "${assignment}"`;
    super(lines.length === 1 ? `${head}: ${lines[0]}` : [`${head}, ${file}:`, ...lines].join("\n  "), options);
    this.assignment = assignment;
    this.file = file;
    this.problems = problems;
  }
}

function describe({ path, value, rule }: ManifestProblem, file: string): string {
  const where = path === "" ? file : path;
  if (value === undefined) return path === "" ? `${where} ${rule}` : `${where} is missing, ${rule}`;
  const text = JSON.stringify(value);
  return `${where} is ${text.length > 80 ? `${text.slice(0, 77)}...` : text}, ${rule}`;
}
