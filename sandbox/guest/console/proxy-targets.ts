import { construct, getPrototypeOf, weakMapGet, weakMapSet } from "../intrinsics/intrinsics.ts";

const targets: object = new WeakMap();
const NativeProxy = Proxy;
const { revocable: nativeRevocable } = Proxy;

/** What a Proxy stands for; undefined for whatever is none. Printed is this, so that no trap of the submission's runs. */
export const proxyTarget = (value: object): object | undefined => weakMapGet(targets, value) as object | undefined;

/** A value as it is behind all proxies that stand in front of it. */
export function bare(value: unknown): unknown {
  let target = value;
  while ((typeof target === "object" && target !== null) || typeof target === "function") {
    const behind = proxyTarget(target);
    if (behind === undefined) break;
    target = behind;
  }
  return target;
}

/** What an object that is no Proxy inherits from; of a Proxy what that stands for. */
export const bareParent = (value: object): object | null => bare(getPrototypeOf(value)) as object | null;

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
