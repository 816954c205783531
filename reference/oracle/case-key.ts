import type { Case } from "../../assignments/catalog/case.ts";

/** The key of a case among the expected values: `"updateLr/hidden-3"`. */
export const caseKey = (testCase: Pick<Case, "exercise" | "id">): string => `${testCase.exercise}/${testCase.id}`;
