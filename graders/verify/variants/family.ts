/** A way in which a call can be wrong, whatever the function computes. */
export type Family = {
  /** What kind of mistake it is: `argument clipped`. */
  readonly kind: string;
  /** Which one of the kind: `beta to 1`. */
  readonly change: string;
  /** The expression of the wrong function, in which `right` is the reference's, with what `wrap/` exports. */
  readonly expression: string;
  /** See {@link Mistake}. */
  readonly keepsState?: true;
  /** No case can show it, and why: the cases hold nothing that it is about. */
  readonly unseen?: string;
  /** Whoever returns this is right: the manifest's tolerance leaves it open. */
  readonly isAllowed?: true;
};
