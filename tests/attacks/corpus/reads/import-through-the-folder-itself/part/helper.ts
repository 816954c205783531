export const helper = 1;
export { helper as again } from "../part/helper.ts";
