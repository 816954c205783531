// attack: import
// expect: not-gradable /Cannot import "gradecheck\/w1-gradient-checking"/
// scope: module
import * as other from "gradecheck/w1-gradient-checking";
export const updateLr = (): any => Object.keys(other).length;
