import { ping } from "./submission.ts";
export const pong = (n: number): number => (n === 0 ? 1 : ping(n - 1));
export * from "./pong.ts";
export * from "./submission.ts";
