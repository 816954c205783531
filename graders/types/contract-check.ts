/** Name of the file beside each submission that holds its functions against the contract. */
export const checkFile = "gradecheck-contract-check.ts";
/** Name of the file of {@link fitting}, without extension, in the folder that holds the submissions' folders. */
export const fittingFile = "fitting";

/**
 * What is taken for a function of the contract. Results are judged by their values: the rank of a tensor that TypeScript does not see is not
 * held against anybody, nor is a tensor in the place of a number or the reverse; null is what an optimizer may return for a loss.
 * Dictionaries that are handed over have the keys that the handout names, so a function may ask for these by name.
 */
export const fitting = `import type { Scalar, Tensor } from "@tensorflow/tfjs-core";
type Value<R> = unknown extends R ? unknown
  : R extends number ? number | Tensor
  : R extends Tensor ? Tensor | (Scalar extends R ? number : never)
  : R extends readonly (infer E)[] ? readonly Value<E>[]
  : R extends object ? (string extends keyof R ? object : R extends ArrayLike<number> ? R : { readonly [K in keyof R]: Value<R[K]> })
  : R;
type Argument<P> = [P] extends [object] ? (string extends keyof P ? any : P) : P;
type Arguments<A extends readonly unknown[]> = { [I in keyof A]: Argument<A[I]> };
export type Taking<F> = F extends (...args: infer A) => unknown ? (...args: Arguments<A>) => unknown : F;
export type Result<F> = F extends (...args: never[]) => infer R ? Value<Awaited<R>> : unknown;
export declare function resultOf<R>(f: (...args: never[]) => R): Exclude<Awaited<R>, null>;
`;

/** Whether a contract says of which type each function is. */
export const hasContractType = (contract: string): boolean => /\bexport (?:type|interface) Contract\b/.test(contract);

/** The text of {@link checkFile}: two lines for each function, in their order, after some others. */
export function contractCheck(assignment: string, entry: string, exercises: readonly string[]): string {
  return [
    ...[`import type { Contract } from "gradecheck/${assignment}";`, `import * as submission from "./${entry}";`],
    `import { type Result, resultOf, type Taking } from "../${fittingFile}.ts";`,
    ...exercises.flatMap((id, i) => [
      `export const taking${i}: Taking<Contract["${id}"]> = submission.${id};`,
      `export const result${i}: Result<Contract["${id}"]> = resultOf(submission.${id});`,
    ]),
    "",
  ].join("\n");
}
const linesBefore = 3;

/** The function that a place in the text of {@link contractCheck} is about. */
export function checkedAt(check: string, offset: number, exercises: readonly string[]): string | undefined {
  const line = check.slice(0, offset).split("\n").length - 1;
  return exercises[Math.floor((line - linesBefore) / 2)];
}

/** What TypeScript says where a value does not fit a type. Others are about the check, such as a function that is not there. */
export const unfitting: ReadonlySet<number> = new Set([2322, 2739, 2740, 2741]);

/**
 * Where a submission defines a function: there what is said of its type belongs.
 * @param texts Of its files, the first file first.
 * @returns The name's place; undefined where it is not written as anybody would.
 */
export function findDefinition(
  texts: ReadonlyMap<string, string>,
  id: string,
): { readonly file: string; readonly offset: number } | undefined {
  const definition = new RegExp(
    `^[ \\t]*(?:export[ \\t]+)?(?:default[ \\t]+)?(?:async[ \\t]+)?(?:function[ \\t]*\\*?|const|let|var|class)[ \\t]+${id}\\b`,
    "m",
  );
  for (const pattern of [definition, new RegExp(`\\b${id}\\b`)]) {
    for (const [file, text] of texts) {
      const found = pattern.exec(text);
      if (found !== null) return { file, offset: found.index + found[0].length - id.length };
    }
  }
  return undefined;
}
