// attack: source
// expect: full marks
// scope: none
export * from "@tensorflow/tfjs";
export * from "gradecheck";
export * as own from "./more.ts";
export { default } from "./more.ts";
export { default as updateLr } from "./more.ts";
