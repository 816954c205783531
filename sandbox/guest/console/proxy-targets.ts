import { construct, weakMapGet, weakMapSet } from "../intrinsics.ts";

const targets: object = new WeakMap();
const NativeProxy = Proxy;
const { revocable: nativeRevocable } = Proxy;

/** What a Proxy stands for; undefined for whatever is none. Printed is this, so that no trap of the submission's runs. */
export const proxyTarget = (value: object): object | undefined => weakMapGet(targets, value) as object | undefined;

/** `Proxy` as a submission gets it: V8's own, whose targets are kept in mind. */
export const RememberedProxy = function (target: object, handler: ProxyHandler<object>): object {
  if (new.target === undefined) throw new TypeError("Constructor Proxy requires 'new'");
  const proxy = construct(NativeProxy, [target, handler]) as object;
  weakMapSet(targets, proxy, target);
  return proxy;
};

Object.defineProperty(RememberedProxy, "name", { value: "Proxy" });
Object.defineProperty(RememberedProxy, "prototype", { value: undefined, writable: false });
Object.defineProperty(RememberedProxy, "revocable", {
  value: (target: object, handler: ProxyHandler<object>) => {
    const made = nativeRevocable(target, handler);
    weakMapSet(targets, made.proxy, target);
    return made;
  },
  writable: true,
  configurable: true,
});
