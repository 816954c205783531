import { testComputedValuesOf } from "./test-computed-values-of.ts";

await testComputedValuesOf("w3-hyperparameter-search");
