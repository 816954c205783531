import { refused } from "./refused.ts";

/** `crypto` of a submission: its random numbers are those of `Math.random`, the same in each run. @param random Numbers in [0, 1). */
export function guestCrypto(random: () => number): object {
  const byte = (): number => Math.floor(random() * 256);
  return {
    getRandomValues: (array: ArrayBufferView): ArrayBufferView => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let i = 0; i < bytes.length; i++) bytes[i] = byte();
      return array;
    },
    randomUUID: (): string => {
      const digits = Array.from({ length: 16 }, (_, i) => {
        const value = byte();
        const fixed = i === 6 ? (value & 15) | 64 : i === 8 ? (value & 63) | 128 : value;
        return fixed.toString(16).padStart(2, "0");
      }).join("");
      return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
    },
    subtle: { digest: refused("crypto.subtle"), encrypt: refused("crypto.subtle"), sign: refused("crypto.subtle") },
  };
}
