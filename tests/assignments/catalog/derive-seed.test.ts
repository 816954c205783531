import { describe, expect, test } from "vitest";
import { deriveSeed } from "../../../assignments/catalog/derive-seed.ts";

const place = { assignment: "w2-optimization", exercise: "updateLr", index: 0 };

describe("deriveSeed()", () => {
  test("deriveSeed() is SHA-256 of the public name for visible cases and HMAC under the secret for hidden ones", () => {
    // printf 'w2-optimization/updateLr/visible/0' | sha256sum; the same with /hidden/0/7 | openssl dgst -hmac secret
    expect(deriveSeed({ ...place, visibility: "visible" })).toBe(2453855578);
    expect(deriveSeed({ ...place, visibility: "hidden", seed: 7, secret: "secret" })).toBe(2438904714);
  });

  test("deriveSeed() differs by exercise, index, visibility, seed and secret", () => {
    const hidden = { ...place, visibility: "hidden", seed: 1, secret: "a" } as const;
    const seeds = [
      deriveSeed({ ...place, visibility: "visible" }),
      deriveSeed({ ...place, visibility: "visible", index: 1 }),
      deriveSeed({ ...place, visibility: "visible", exercise: "scheduleLrDecay" }),
      deriveSeed({ ...place, visibility: "visible", assignment: "w1-initialization" }),
      deriveSeed(hidden),
      deriveSeed({ ...hidden, seed: 2 }),
      deriveSeed({ ...hidden, secret: "b" }),
      deriveSeed({ ...hidden, index: 1 }),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  });
});
