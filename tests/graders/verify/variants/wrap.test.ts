import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import * as change from "../../../../graders/verify/variants/wrap/change-value.ts";
import * as call from "../../../../graders/verify/variants/wrap/wrap-call.ts";

/** A value as plain data: tensors as nested arrays. */
const plain = (value: unknown): unknown => {
  if (value instanceof tf.Tensor) return value.arraySync();
  if (Array.isArray(value)) return value.map(plain);
  if (!change.isDictionary(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
};

const mixed = { W: tf.tensor2d([[-20, 0.5]]), list: [7, [0.04]], one: 300, none: undefined };

describe("what a variant makes of a value", () => {
  it.each([
    ["clipTo", change.clipTo(6), { W: [[-6, 0.5]], list: [6, [0.04]], one: 6, none: undefined }],
    ["atLeast", change.atLeast(1), { W: [[1, 1]], list: [7, [1]], one: 300, none: undefined }],
    ["dropBelow", change.dropBelow(0.1), { W: [[-20, 0.5]], list: [7, [0]], one: 300, none: undefined }],
    ["awayFromEnds", change.awayFromEnds(0.25), { W: [[0.25, 0.5]], list: [0.75, [0.25]], one: 0.75, none: undefined }],
    ["toDecimals", change.toDecimals(1), { W: [[-20, 0.5]], list: [7, [0]], one: 300, none: undefined }],
    ["toDigits", change.toDigits(1), { W: [[-20, 0.5]], list: [7, [0.04]], one: 300, none: undefined }],
    ["plus", change.plus(1), { W: [[-19, 1.5]], list: [8, [1.04]], one: 301, none: undefined }],
    ["zeros", change.zeros, { W: [[0, 0]], list: [0, [0]], one: 0, none: undefined }],
    ["under", change.under("one", change.zeros), { W: [[-20, 0.5]], list: [7, [0.04]], one: 0, none: undefined }],
  ])("%s() changes numbers wherever they are, and leaves the argument alone", (_, make, expected) => {
    const before = JSON.stringify(plain(mixed));
    expect(plain(make(mixed))).toEqual(expected);
    expect(JSON.stringify(plain(mixed))).toBe(before);
  });

  it("keeps variables and whole dtypes, and makes floats where numbers are whole no more", () => {
    const variable = change.clipTo(1)(tf.variable(tf.tensor1d([3])));
    expect(variable).toBeInstanceOf(tf.Variable);
    const labels = tf.tensor1d([0, 3], "int32");
    expect((change.clipTo(1)(labels) as tf.Tensor).dtype).toBe("int32");
    expect((change.plus(0.5)(labels) as tf.Tensor).dtype).toBe("float32");
    expect((change.castTo("bool")({ labels }) as { labels: tf.Tensor }).labels.dtype).toBe("bool");
  });

  it("firstOnly() and withoutSecondDigit() lose the rest", () => {
    expect(
      plain(
        change.firstOnly(
          1,
          [1],
        )(
          tf.tensor2d([
            [1, 2],
            [3, 4],
          ]),
        ),
      ),
    ).toEqual([
      [1, 0],
      [3, 0],
    ]);
    expect(change.firstOnly(2, [0])([1, 2, 3])).toEqual([1, 2, 0]);
    expect(
      change.firstOnly(
        1,
        [1],
      )([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      [1, 0],
      [3, 0],
    ]);
    expect(change.withoutSecondDigit({ v: { W9: 1, W10: 2 }, s11: 3 })).toEqual({ v: { W9: 1 } });
  });

  it("orElse() and always() replace", () => {
    expect([0, 2, undefined].map(change.orElse(5))).toEqual([5, 2, 5]);
    expect(change.always("x")(1)).toBe("x");
  });

  it("madeAnew() forgets the steps of an optimizer", () => {
    const one = tf.variable(tf.scalar(1));
    const adam = tf.train.adam(0.5);
    adam.minimize(() => one.square().asScalar());
    const anew = change.madeAnew(adam) as tf.Optimizer;
    expect(anew).not.toBe(adam);
    expect(anew.getConfig()).toEqual(adam.getConfig());
    expect(anew.iterations).toBe(0);
    expect(change.plainOptimizer(adam)).toBeInstanceOf(tf.SGDOptimizer);
  });
});

describe("what a variant makes of calls", () => {
  const sum = (...args: unknown[]): unknown => args.flat().reduce((total: number, x) => total + Number(x), 0);

  it("onArgument() and onResult() change one thing, of promises too", async () => {
    expect(call.onArgument(sum, 1, change.clipTo(1))(5, 5)).toBe(6);
    expect(call.onResult(sum, change.plus(1))(5, 5)).toBe(11);
    expect(await call.onResult(async () => 1, change.plus(1))()).toBe(2);
  });

  it.each([
    [
      "allBut(1)",
      call.allBut(1),
      [
        [[1, 2], 3],
        [[1, 2], 4],
      ],
      [
        [[1, 2], 3],
        [[2, 1], 3],
      ],
    ],
    [
      "shapesOf",
      call.shapesOf,
      [
        [[1, 2], 3],
        [[8, 9], 3],
      ],
      [
        [[1, 2], 3],
        [[1, 2], 4],
      ],
    ],
    [
      "sizesOf",
      call.sizesOf,
      [
        [[[1], [2]], 3],
        [[[8, 9]], 3],
      ],
      [
        [[1, 2], 3],
        [[1, 2, 3], 3],
      ],
    ],
    ["sumsOf", call.sumsOf, [[[1, 5]], [[5, 1]]], [[[1, 5]], [[5, 2]]]],
  ])("remembered() by %s returns what it returned for the key, and nothing else", (_, key, same, other) => {
    const [[first, again], [one, two]] = [same, other] as [unknown[][], unknown[][]];
    const kept = call.remembered(sum, key);
    expect(kept(...(again ?? []))).toBe(sum(...(again ?? [])));
    expect(kept(...(first ?? []))).toBe(sum(...(again ?? [])));
    const told = call.remembered(sum, key);
    told(...(one ?? []));
    expect(told(...(two ?? []))).toBe(sum(...(two ?? [])));
  });

  it("remembered() returns tensors of its own, though those that it returned before are disposed of", () => {
    const made = { W: tf.variable(tf.tensor2d([[1, 2]]), false), labels: tf.tensor1d([0, 1], "bool"), costs: [3] };
    const kept = call.remembered(() => made, call.shapesOf);
    kept();
    tf.dispose([made.W, made.labels]);
    const again = kept() as typeof made;
    expect(plain(again)).toEqual({ W: [[1, 2]], labels: [0, 1], costs: [3] });
    expect([again.labels.dtype, again.W instanceof tf.Variable, again.W.trainable]).toEqual(["bool", true, false]);
    tf.dispose([again.W, again.labels]);
    expect(plain(kept())).toEqual({ W: [[1, 2]], labels: [0, 1], costs: [3] });
  });

  it("allBut() takes an argument that is not passed for one that is undefined", () => {
    expect(call.allBut(2)([1, undefined, 5])).toBe(call.allBut(2)([1]));
    expect(call.allBut(2)([1, undefined, 5])).not.toBe(call.allBut(2)([1, 2, 5]));
  });

  it("rightOnce() is right once", () => {
    const once = call.rightOnce(sum, change.plus(1));
    expect([once(1), once(1), once(1)]).toEqual([1, 2, 2]);
    const throwing = call.rightOnce(sum, "throws");
    expect(throwing(1)).toBe(1);
    expect(() => throwing(1)).toThrow("Called twice");
  });

  it("afterwards() changes its arguments when it has returned, and not before", async () => {
    const [list, tensor] = [[1, 2], tf.tensor1d([1])];
    const writes = call.afterwards(sum, "microtask", call.overwrite);
    writes(list, tensor);
    expect(list).toEqual([1, 2]);
    await Promise.resolve();
    expect(list).toEqual([1, 1]);
    call.afterwards(sum, "timer", call.dispose)(tensor);
    expect(tensor.isDisposed).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(tensor.isDisposed).toBe(true);
  });

  it("drawsMore() draws after the others", () => {
    const drawn: string[] = [];
    const rng = { rand: () => drawn.push("more") };
    expect(call.drawsMore(() => drawn.push("own"), 0)(rng)).toBe(1);
    expect(drawn).toEqual(["own", "more"]);
  });
});
