// attack: source
// expect: full marks
// scope: none
// note: all of it is TypeScript that takes no place in the output
class Held { accessor value = 1; static #count = 0; static { Held.#count++; } [Symbol.dispose](): void {} }
export function tidy(): number {
  using held = new Held();
  return held.value;
}
export abstract class Parameters { constructor(public readonly a: number, private b?: string) {} }
export const satisfied = { a: 1 } satisfies object;
export function over(a: number): number;
export function over(a: string): string;
export function over(a: any): any { return a; }
declare module "x" { export const y: number; }
declare global { interface Window {} }
export type { };
export as namespace Anything;
