/**
 * The intrinsics the harness uses, taken before a submission's first line runs. A submission may replace any
 * prototype's methods afterwards; what the harness calls stays what it was. Inside `sandbox/guest/`, no method of a
 * built-in is called on a value that student code can reach, and lists are chains of records: an index write would
 * meet setters planted on `Array.prototype`.
 */
const { apply } = Reflect;
const { bind, call } = Function.prototype;

/**
 * Turns a method into a function whose first argument is the receiver. It is `call`, bound: nothing is looked up when it runs, and no
 * list of arguments is made.
 */
function uncurry<Receiver, Args extends unknown[], Result>(
  method: (this: Receiver, ...args: Args) => Result,
): (receiver: Receiver, ...args: Args) => Result {
  return apply(bind, call, [method]) as (receiver: Receiver, ...args: Args) => Result;
}

/** The getter of an accessor property, as a function of the receiver. */
function getterOf(owner: object, key: PropertyKey): (receiver: unknown) => unknown {
  const getter = Object.getOwnPropertyDescriptor(owner, key)?.get;
  if (getter === undefined) throw new TypeError(`Cannot take the intrinsic getter ${String(key)}`);
  return uncurry(getter);
}

const TypedArrayPrototype: object = Object.getPrototypeOf(Uint8Array.prototype);

export const reflectApply = apply;
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
export const { keys: objectKeys, getPrototypeOf, getOwnPropertyDescriptor } = Object;
const { defineProperty } = Object;
export const { ownKeys, construct } = Reflect;
export const objectPrototype: object = Object.prototype;
export const hasInPrototypes = uncurry(Object.prototype.isPrototypeOf) as (proto: object, value: unknown) => boolean;
export const ownsProperty: (value: object, key: PropertyKey) => boolean = Object.hasOwn;
/** The value of an own data property; undefined for an accessor, which is not run, and where there is none. */
export function ownValue(owner: object, key: PropertyKey): unknown {
  const property = getOwnPropertyDescriptor(owner, key);
  // A descriptor inherits from Object.prototype, where a submission may have put a "value".
  return property !== undefined && ownsProperty(property, "value") ? property.value : undefined;
}
export const weakMapGet = uncurry(WeakMap.prototype.get) as (map: object, key: unknown) => unknown;
export const mapGet = uncurry(Map.prototype.get) as (map: object, key: unknown) => unknown;
export const weakMapSet = uncurry(WeakMap.prototype.set) as (map: object, key: object, value: unknown) => unknown;
export const charCodeAt = uncurry(String.prototype.charCodeAt);
export const stringSlice = uncurry(String.prototype.slice);
export const startsWith = uncurry(String.prototype.startsWith) as (text: string, start: string) => boolean;
export const NativeString = String;
export const NativeUint8Array = Uint8Array;
export const NativeFloat32Array = Float32Array;
export const NativeInt32Array = Int32Array;
export const NativeDataView = DataView;
export const NativeArrayBuffer = ArrayBuffer;
export const getUint8 = uncurry(DataView.prototype.getUint8);
export const getUint16 = uncurry(DataView.prototype.getUint16);
export const getUint32 = uncurry(DataView.prototype.getUint32);
export const getFloat64 = uncurry(DataView.prototype.getFloat64);
export const { fromCharCode } = String;
export const setFloat64 = uncurry(DataView.prototype.setFloat64);
export const setUint32 = uncurry(DataView.prototype.setUint32);
export const setUint16 = uncurry(DataView.prototype.setUint16);
/** The length of any typed array, whatever own `length` it pretends to. */
export const typedArrayLength = getterOf(TypedArrayPrototype, "length") as (array: unknown) => number;
/** `"Float32Array"` and so on; undefined for anything else, a Proxy included. */
export const typedArrayName = getterOf(TypedArrayPrototype, Symbol.toStringTag) as (
  value: unknown,
) => string | undefined;
export const typedArraySet = uncurry(
  (TypedArrayPrototype as { set: (this: Uint8Array, source: ArrayLike<number>, offset: number) => void }).set,
);
const typedArrayBuffer = getterOf(TypedArrayPrototype, "buffer") as (array: unknown) => ArrayBuffer;
const typedArrayStart = getterOf(TypedArrayPrototype, "byteOffset") as (array: unknown) => number;
const typedArrayByteLength = getterOf(TypedArrayPrototype, "byteLength") as (array: unknown) => number;
/** The bytes of a typed array, where they are. */
export const typedArrayBytes = (array: unknown): Uint8Array =>
  new NativeUint8Array(typedArrayBuffer(array), typedArrayStart(array), typedArrayByteLength(array));
export const isInteger: (value: unknown) => boolean = Number.isInteger;
/** Equal, where NaN equals itself and -0 does not equal 0. */
export const sameNumber: (a: unknown, b: unknown) => boolean = Object.is;
export const stringIndexOf = uncurry(String.prototype.indexOf) as (text: string, part: string, from?: number) => number;
export const stringRepeat = uncurry(String.prototype.repeat);
export const { parseInt: numberParseInt, parseFloat: numberParseFloat } = Number;
export const NativeNumber = Number;
export const jsonStringify: (value: unknown) => string | undefined = JSON.stringify;
export const toFixed = uncurry(Number.prototype.toFixed);
export const { sqrt, floor } = Math;
/** The code of a function, as it stands in its source. */
export const functionText = uncurry(Function.prototype.toString) as (value: unknown) => string;
/** `"[object Array]"`: asks the object for its `Symbol.toStringTag`. */
export const objectText = uncurry(Object.prototype.toString) as (value: unknown) => string;
export const errorPrototype: object = Error.prototype;
export const promisePrototype: object = Promise.prototype;
/** Each throws for a value of another kind, and for a Proxy of the right one. */
export const kindOf = {
  mapSize: getterOf(Map.prototype, "size") as (value: unknown) => number,
  setSize: getterOf(Set.prototype, "size") as (value: unknown) => number,
  bufferLength: getterOf(ArrayBuffer.prototype, "byteLength") as (value: unknown) => number,
  viewLength: getterOf(DataView.prototype, "byteLength") as (value: unknown) => number,
  viewOffset: getterOf(DataView.prototype, "byteOffset") as (value: unknown) => number,
  viewBuffer: getterOf(DataView.prototype, "buffer") as (value: unknown) => ArrayBuffer,
  time: uncurry(Date.prototype.getTime) as (value: unknown) => number,
  inWeakMap: uncurry(WeakMap.prototype.has) as (value: unknown, key: object) => boolean,
  inWeakSet: uncurry(WeakSet.prototype.has) as (value: unknown, key: object) => boolean,
  number: uncurry(Number.prototype.valueOf) as (value: unknown) => number,
  string: uncurry(String.prototype.valueOf) as (value: unknown) => string,
  boolean: uncurry(Boolean.prototype.valueOf) as (value: unknown) => boolean,
  bigint: uncurry(BigInt.prototype.valueOf) as (value: unknown) => bigint,
  symbol: uncurry(Symbol.prototype.valueOf) as (value: unknown) => symbol,
  source: getterOf(RegExp.prototype, "source") as (value: unknown) => string,
};
export const isoDate = uncurry(Date.prototype.toISOString) as (value: unknown) => string;
export const symbolText = uncurry(Symbol.prototype.toString) as (value: symbol) => string;
export const bigintText = uncurry(BigInt.prototype.toString) as (value: bigint) => string;
/** The flags of a regular expression, in the order in which they are written. */
export const regexpFlags = [
  { letter: "d", isSet: getterOf(RegExp.prototype, "hasIndices") },
  { letter: "g", isSet: getterOf(RegExp.prototype, "global") },
  { letter: "i", isSet: getterOf(RegExp.prototype, "ignoreCase") },
  { letter: "m", isSet: getterOf(RegExp.prototype, "multiline") },
  { letter: "s", isSet: getterOf(RegExp.prototype, "dotAll") },
  { letter: "u", isSet: getterOf(RegExp.prototype, "unicode") },
  { letter: "v", isSet: getterOf(RegExp.prototype, "unicodeSets") },
  { letter: "y", isSet: getterOf(RegExp.prototype, "sticky") },
] as const;
type Steps = { readonly next: () => { readonly done?: boolean; readonly value: unknown } };
/** What is in a Map or a Set, from the front; each step is a record of V8's own. */
export const mapSteps = uncurry(Map.prototype.entries) as unknown as (map: unknown) => Steps;
export const setSteps = uncurry(Set.prototype.values) as unknown as (set: unknown) => Steps;
export const nextOfMap = uncurry((new Map().entries() as unknown as Steps).next) as (steps: Steps) => Step;
export const nextOfSet = uncurry((new Set().values() as unknown as Steps).next) as (steps: Steps) => Step;
type Step = { readonly done?: boolean; readonly value: unknown };

const property = { __proto__: null, value: undefined as unknown, writable: true, enumerable: true, configurable: true };

/** Defines, never assigns: a setter planted on a prototype by an earlier call is not met. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  property.value = value;
  defineProperty(target, key, property as unknown as PropertyDescriptor);
}
