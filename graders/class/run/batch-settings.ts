// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * batch.json: everything a batch was told that decides its files. Paths are absolute. The options of exporters stand beside the rest.
 */
export interface BatchSettings {
  /**
   * Id of the assignment.
   */
  assignment: string;
  /**
   * Folder of the course; default the bundled one.
   */
  course?: string;
  /**
   * What was handed in: a folder or an archive.
   */
  submissions: string;
  /**
   * Which set of hidden cases.
   */
  seed: number;
  /**
   * Which of several attempts counts.
   */
  attempt: "last" | "best" | "first";
  /**
   * Only these functions; default all.
   */
  exercises?: string[];
  /**
   * CSV with the students.
   */
  roster?: string;
  /**
   * CSV with marks changed by hand.
   */
  overrides?: string;
  /**
   * Folder of earlier reports, with which pages compare the new ones.
   */
  previous?: string;
  /**
   * The late policy as typed, or the path of a .json file; default the manifest's.
   */
  late?: string;
  /**
   * Names of exporters.
   */
  exports?: string[];
  /**
   * What the assignment is called on the platform; default its own title.
   */
  title?: string;
  /**
   * Whether type errors are looked for; default only where they cost points.
   */
  types?: boolean;
  /**
   * Whether submissions are compared with each other.
   */
  similarity?: boolean;
  /**
   * From which share of the points a score passes.
   */
  passShare?: number;
  /**
   * Whether worker processes are used again.
   */
  isolation?: "pool" | "process";
  /**
   * Whether who fails in hidden cases alone is shown a small public case that fails alike; default true.
   */
  counterexamples?: boolean;
  /**
   * What pages and results are written in; default English.
   */
  language?: "en" | "de";
  [k: string]: unknown;
}
