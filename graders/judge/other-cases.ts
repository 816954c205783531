import type { Case } from "../../assignments/catalog/case.ts";

/**
 * What a property may compare a case with. For a visible case these are visible ones alone: its verdict is shown to the
 * student, so that it must not depend on what the function did in a hidden one; and it is the same at the desk.
 * @param all Every case of the exercise that is to be considered, the case itself included.
 */
export function otherCases<One extends { readonly testCase: Case }>(testCase: Case, all: readonly One[]): One[] {
  return all.filter(
    ({ testCase: other }) =>
      other.id !== testCase.id && (testCase.visibility === "hidden" || other.visibility === "visible"),
  );
}
