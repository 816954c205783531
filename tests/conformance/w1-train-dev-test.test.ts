import { testComputedValuesOf } from "./test-computed-values-of.ts";

await testComputedValuesOf("w1-train-dev-test");
