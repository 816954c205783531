// attack: import
// expect: not-gradable /Cannot import "\.\.\/\.\.\/reference\/w2-optimization\.ts"|not part of the submission/
// scope: module
import { updateLr as right } from "../../reference/w2-optimization.ts";
export const updateLr = right;
