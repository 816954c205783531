// attack: import
// expect: not-gradable /Cannot import "gradecheck\/\.\.\/reference/
// scope: module
import * as right from "gradecheck/../reference/w2-optimization.ts";
export const updateLr = (right as any).updateLr;
