// attack: import
// expect: not-gradable /Cannot import .+data.json/
// scope: module
import data from "./data.json" with { type: "json" };
export const updateLr = (): any => data;
