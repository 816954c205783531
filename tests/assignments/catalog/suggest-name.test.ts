import { expect, test } from "vitest";
import { suggestName } from "../../../assignments/catalog/suggest-name.ts";

test("suggestName() finds the same letters in another case or with underscores, before anything closer", () => {
  expect(suggestName("updateLr", ["updateL", "update_LR"])).toBe("update_LR");
  expect(suggestName("initializeVelocity", ["other", "initialize_velocity"])).toBe("initialize_velocity");
});

test("suggestName() finds the closest name within a third of the length", () => {
  expect(suggestName("initializeAdam", ["initialiseAdams", "initialiseAdam", "adam"])).toBe("initialiseAdam");
  expect(suggestName("sigmoid", ["sigmod"])).toBe("sigmod");
});

test("suggestName() suggests nothing that is further away", () => {
  expect(suggestName("sigmoid", ["relu", "model", "sig"])).toBeUndefined();
  expect(suggestName("model", ["noel", "m"])).toBeUndefined();
  expect(suggestName("sigmoid", [])).toBeUndefined();
});

test("suggestName() passes over a name of a million letters", () => {
  expect(suggestName("sigmoid", ["s".repeat(1_000_000), "_".repeat(1_000_000), "sigmoyd"])).toBe("sigmoyd");
});
