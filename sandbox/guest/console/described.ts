/** An object whose properties are still to be put into words. */
export type Described = {
  /** What stands before the brace, or `""`. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
  /** Own properties to be shown, beside the entries. */
  readonly keys: readonly PropertyKey[];
  /** What is in it that is no property, or is shown without its key. */
  readonly entries: (depth: number) => string[];
  /** Set for a list. */
  readonly list?: ListFacts;
};

/** How the entries of a list are put in columns: whether a line about the rest ends it, and whether all of it are numbers. */
export type ListFacts = { readonly hasRest: boolean; readonly isNumeric: boolean };
