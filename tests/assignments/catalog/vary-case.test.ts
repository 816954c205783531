import { describe, expect, test } from "vitest";
import type { CaseGenerator } from "../../../assignments/catalog/case.ts";
import type { Assignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Exercise, Manifest } from "../../../assignments/catalog/manifest.ts";
import { absent, numberValue, tensorValue } from "../../../assignments/values/case-value.ts";

const parameters = ["W", "cache", "rate", "rng"];

/** A weight of 2 and a cache that is its square; each scenario has its rate. */
const scale: CaseGenerator = (random, index) => {
  const data = random.randn(2);
  const rate = [0.5, 0.25][index] ?? 0.1;
  const seed = random.randint(0, 1000, 1)[0] ?? 0;
  const args = [
    tensorValue([2], data),
    tensorValue(
      [2],
      data.map((value) => value * value),
    ),
    numberValue(rate),
  ];
  return { title: `scenario ${index + 1}`, args: [...args, { kind: "rng", seed }] };
};

function toy(
  variations: Exercise["variations"],
  generator = scale,
  cases = { visible: 1, hidden: 2 },
): Pick<Assignment, "manifest" | "generators"> {
  const exercise = { id: "scale", parameters, cases, variations } as Exercise;
  return { manifest: { id: "toy", exercises: [exercise] } as unknown as Manifest, generators: { scale: generator } };
}

const all = { visibility: "all", seed: 1, secret: "of the course" } as const;
const variedBy = (variations: Exercise["variations"], generator?: CaseGenerator) =>
  generateCases(toy(variations, generator), all).filter(({ variationOf }) => variationOf !== undefined);

const base = generateCases(toy(undefined), all);
const [W, cache, rate, rng] = base[1]?.args ?? [];

describe("varyCases()", () => {
  test("without variations, and among visible cases, there are none", () => {
    expect(base.map(({ id }) => id)).toEqual(["visible-1", "hidden-1", "hidden-2"]);
    const visible = generateCases(toy({}), { visibility: "visible", seed: 1 });
    expect(visible).toEqual(base.slice(0, 1));
  });

  test("every parameter gets a hidden case that differs from the first in it alone", () => {
    const varied = variedBy({});
    expect(varied.map(({ id, title, visibility }) => [id, title, visibility])).toEqual([
      ["hidden-3", "scenario 1, with another W", "hidden"],
      ["hidden-4", "scenario 1, with another cache", "hidden"],
      ["hidden-5", "scenario 1, with another rate", "hidden"],
      ["hidden-6", "scenario 1, with another rng", "hidden"],
    ]);
    for (const [i, { args, variationOf }] of varied.entries()) {
      expect(variationOf).toEqual({ id: "hidden-1", parameters: [parameters[i]] });
      expect(args.map((arg, k) => [k, arg])).toEqual(
        [W, cache, rate, rng].map((arg, k) => [k, k === i ? expect.not.objectContaining(arg ?? {}) : arg]),
      );
    }
  });

  test("a number that a scenario fixes comes from another one", () => {
    expect(variedBy({})[2]?.args[2]).toEqual(numberValue(0.25));
  });

  test("what must fit is drawn together, and has no case of its own", () => {
    const [first, ...rest] = variedBy({ W: { with: ["cache"] }, rate: [], rng: { none: "nothing is drawn" } });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ title: "scenario 1, with another W and cache" });
    const [newW, newCache] = first?.args ?? [];
    if (newW?.kind !== "tensor" || newCache?.kind !== "tensor") throw new Error("no tensors");
    expect(newW).not.toEqual(W);
    for (const [i, value] of newCache.data.entries()) expect(value).toBeCloseTo((newW.data[i] ?? 0) ** 2, 5);
  });

  test("values, null, factors and other cases are taken as they are listed", () => {
    const varied = variedBy({
      W: [{ times: 0 }, { times: 1e-8, of: 2 }, { times: 2, with: ["cache"] }],
      rate: [0, null, { to: 7, of: 2 }],
      rng: [null],
    });
    expect(varied.map(({ title }) => title)).toEqual([
      "scenario 1, with W times 0",
      "scenario 2, with W times 1e-8",
      "scenario 1, with W and cache times 2",
      "scenario 1, with rate 0",
      "scenario 1, without rate",
      "scenario 2, with rate 7",
      "scenario 1, without rng",
    ]);
    expect(varied[0]?.args[0]).toMatchObject({ data: Float32Array.of(0, 0) });
    expect(varied[3]?.args).toEqual([W, cache, numberValue(0), rng]);
    expect(varied[4]?.args).toEqual([W, cache, absent, rng]);
    expect(varied[5]?.args).toEqual(base[2]?.args.with(2, numberValue(7)));
    expect(varied[6]?.args).toEqual([W, cache, rate]);
  });

  test("a variation stays the same when others are added, and follows seed and secret", () => {
    const alone = variedBy({ W: ["drawn"], cache: [], rate: [], rng: [] });
    const drawn = (selection: { seed: number; secret: string }) =>
      generateCases(toy({ W: ["drawn"], cache: [], rate: [0], rng: [] }), { ...all, ...selection })[3]?.args[0];
    expect(drawn(all)).toEqual(alone[0]?.args[0]);
    expect(drawn({ ...all, seed: 2 })).not.toEqual(drawn(all));
    expect(drawn({ ...all, secret: "of another" })).not.toEqual(drawn(all));
  });

  test("shapes that change from drawing to drawing are drawn until they fit", () => {
    const ragged: CaseGenerator = (random) => {
      const length = random.randint(1, 4, 1)[0] ?? 1;
      return { title: "any length", args: [tensorValue([length], random.randn(length))] };
    };
    const [varied] = variedBy({ W: ["drawn"], cache: [], rate: [], rng: [] }, ragged);
    const of = generateCases(toy(undefined, ragged), all)[1]?.args[0];
    expect(varied?.args[0]).toMatchObject({ shape: of?.kind === "tensor" ? of.shape : "none" });
  });

  test("a change that the cases do not allow is refused, and a default that they do not allow is left out", () => {
    const fixed: CaseGenerator = () => ({ title: "always the same", args: [tensorValue([1], [1])] });
    expect(variedBy({ cache: [], rate: [], rng: [] }, fixed)).toEqual([]);
    expect(() => variedBy({ W: ["drawn"] }, fixed)).toThrow(
      new RangeError('Cannot generate cases: no other drawing of "scale" has a "W" that fits hidden-1'),
    );
    expect(() => variedBy({ W: [0] })).toThrow(
      new TypeError('Cannot generate cases: "scale" varies "W" to 0, but it is of kind tensor'),
    );
    expect(() => variedBy({ rng: { times: 2 } })).toThrow(
      new TypeError('Cannot generate cases: "scale" multiplies "rng", which is of kind rng'),
    );
  });
});
