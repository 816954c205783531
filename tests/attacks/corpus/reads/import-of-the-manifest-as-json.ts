// attack: import
// expect: not-gradable /Cannot import|not part of the submission|attribute/
// scope: module
import manifest from "../../assignments/w2-optimization/assignment.json" with { type: "json" };
export const updateLr = (): any => manifest;
