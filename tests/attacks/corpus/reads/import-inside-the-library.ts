// attack: import
// expect: not-gradable /Cannot import "@tensorflow\/tfjs\/package\.json"/
// scope: module
import manifest from "@tensorflow/tfjs/package.json";
export const updateLr = (): any => manifest;
