// attack: import
// expect: not-gradable /not part of the submission|the submission has no such file/
// scope: module
export { updateLr } from "./reads--module-and-its-properties.ts";
