// attack: import
// expect: full marks
// scope: none
// note: tsconfig.json and package.json of the folder are nobody's settings
import { one } from "./lib/one.ts";
export const two = one + 1;
