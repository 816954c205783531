import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import { readInputs } from "../../../sandbox/guest/read-inputs.ts";
import { anyValue } from "../../assignments/arbitrary-value.ts";

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const typedArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;
const restore: (() => void)[] = [];
afterEach(undoAll);

function undoAll(): void {
  // No iterator and no method of arrays: they may be replaced.
  for (let i = restore.length - 1; i >= 0; i--) restore[i]?.();
  restore.length = 0;
}

/** Replaces something that the reader might ask, as a submission can. */
function replace(owner: object, key: PropertyKey, property: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  restore[restore.length] = () => {
    if (before === undefined) Reflect.deleteProperty(owner, key);
    else Object.defineProperty(owner, key, before);
  };
  Object.defineProperty(owner, key, { ...property, configurable: true });
}

it("readInputs() reads what encodeValue() wrote", () => {
  fc.assert(
    fc.property(fc.array(anyValue), (items) => {
      expect(readInputs(exact(encodeValue({ kind: "list", items })))).toEqual(items);
    }),
  );
});

it("readInputs() asks nothing that a submission can have replaced", () => {
  const tensor = {
    kind: "tensor",
    dtype: "float32",
    shape: [2],
    data: new Float32Array([1, 2]),
    variable: false,
  } as const;
  const bytes = exact(encodeValue({ kind: "list", items: [tensor, { kind: "record", entries: [["W", tensor]] }] }));
  let asked = 0;
  const count = (): void => {
    asked += 1;
  };
  for (const name of ["buffer", "length", "byteLength"]) replace(typedArrays, name, { get: count });
  for (const name of ["getUint8", "getUint32", "getUint16", "getFloat64"])
    replace(DataView.prototype, name, { get: count });
  for (const name of ["push", "map", "reduce", "0", "1"]) replace(Array.prototype, name, { get: count, set: count });
  const read = readInputs(bytes);
  undoAll();
  expect(asked).toBe(0);
  expect(read).toEqual([tensor, { kind: "record", entries: [["W", tensor]] }]);
});
