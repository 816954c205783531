import { defineProperty } from "./intrinsics.ts";

/** Defines, never assigns: a setter planted on a prototype by an earlier call is not met. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  const property = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  defineProperty(target, key, property as unknown as PropertyDescriptor);
}
