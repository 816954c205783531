/** A reference with one mistake in it that was made mechanically: a mutant of its source, or a variant of its calls. */
export type Mistake = {
  /** Name of the function or constant that it is in. */
  readonly unit: string;
  /** What kind of mistake it is. */
  readonly kind: string;
  /** What is changed, unique within unit and kind, or within its line. */
  readonly change: string;
  /** The whole source of the wrong solution, TypeScript beside the reference. */
  readonly text: string;
  /** It shows only from one call to another, so that it is handed in as students do: nothing ends at the first failure. */
  readonly keepsState?: boolean;
};

/** Where a mistake stands in the list of what no case tells from the reference. @property reason Why none can. */
export type Recorded = Pick<Mistake, "unit" | "kind"> & { readonly reason: string };
