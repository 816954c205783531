// attack: import
// expect: full marks
// scope: none
import { helper } from "./part/../part/./helper.ts";
import { again } from "./part/helper";
export const same: boolean = helper === again;
