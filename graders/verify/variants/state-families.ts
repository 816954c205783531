import type { Place } from "./argument-families.ts";
import type { Family } from "./family.ts";

/** How a function can be wrong from one call to another. @param places One for each parameter. */
export function stateFamilies(places: readonly Place[]): Family[] {
  return [...remembered(places), ...later, ...changed(places)].map((family) => ({ ...family, keepsState: true }));
}

const later: readonly Family[] = [
  { kind: "later calls wrong", change: "from the second on", expression: "call.rightOnce(right, change.plus(1))" },
  { kind: "later calls wrong", change: "the second throws", expression: 'call.rightOnce(right, "throws")' },
];

/** What a call returned is returned again where only some of the arguments are the same. */
function remembered(places: readonly Place[]): Family[] {
  const remember = (change: string, key: string): Family => ({
    kind: "result remembered",
    change,
    expression: `call.remembered(right, ${key})`,
  });
  const known = places.filter(({ occurring }) => occurring.kind !== "rng" && occurring.kind !== "optimizer");
  const opaque = places.filter((place) => !known.includes(place));
  const areNumbers = known.some(({ occurring }) => occurring.kind === "numbers");
  const areCounts = areNumbers && known.every(({ occurring: { numbers } }) => numbers.areWhole);
  return [
    ...(areNumbers ? [remember("by the shapes", "call.shapesOf"), remember("by the sizes", "call.sizesOf")] : []),
    // A sum of anything but counts is as good as all of them.
    ...(areCounts ? [remember("by the sums", "call.sumsOf")] : []),
    ...(opaque.length > 0 ? [remember(`by all but ${namesOf(opaque)}`, "call.allBut()")] : []),
    ...known.map(({ name, position }) => remember(`by all but ${name}`, `call.allBut(${position})`)),
  ];
}

const namesOf = (places: readonly Place[]): string => places.map(({ name }) => name).join(" and ");

/** Arguments that are freed or written into when the function has returned. */
function changed(places: readonly Place[]): Family[] {
  if (!places.some(({ occurring }) => occurring.kind === "numbers")) return [];
  const hasTensors = places.some(({ occurring }) => occurring.hasTensors);
  const acts = [...(hasTensors ? (["dispose"] as const) : []), "overwrite"] as const;
  return acts.flatMap((act) =>
    (["microtask", "timer"] as const).map((when) => ({
      kind: "arguments changed afterwards",
      change: `${act} in a ${when}`,
      expression: `call.afterwards(right, "${when}", call.${act})`,
    })),
  );
}
