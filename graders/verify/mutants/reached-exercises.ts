import type { Node } from "@babel/types";
import { childrenOf, parseModule, type Unit, unitsOf } from "./syntax.ts";

/**
 * The exercises that a mistake in a function or constant can affect: an exercise's own function affects that exercise;
 * anything else affects every exercise that uses it, directly or not.
 * @param source The module.
 * @param exercises Ids, in the order of the manifest.
 * @returns By name of what the module declares.
 */
export function reachedExercises(source: string, exercises: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const units = unitsOf(parseModule(source));
  const used = new Map(units.flatMap((unit) => unit.names.map((name) => [name, usedNames(unit)] as const)));
  const closures = exercises.map((id) => ({ id, names: closure(id, used) }));
  return new Map(
    units.flatMap(({ names }) =>
      names.map((name): [string, readonly string[]] => [
        name,
        exercises.includes(name) ? [name] : closures.filter((closed) => closed.names.has(name)).map(({ id }) => id),
      ]),
    ),
  );
}

function usedNames({ node }: Unit): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (at: Node): void => {
    if (at.type === "Identifier") names.add(at.name);
    for (const child of childrenOf(at)) if (!isMemberName(child, at)) visit(child);
  };
  visit(node);
  return names;
}

/** The `a` of `x.a` and of `{ a: x }` refers to no declaration. */
function isMemberName(child: Node, parent: Node): boolean {
  if (parent.type === "MemberExpression") return !parent.computed && child === parent.property;
  return parent.type === "ObjectProperty" && !parent.computed && child === parent.key;
}

function closure(start: string, used: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set([start]);
  // A loop over a set also visits what is added during it.
  for (const name of found) for (const next of used.get(name) ?? []) if (used.has(next)) found.add(next);
  return found;
}
